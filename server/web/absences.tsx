import type { App } from '../instance.ts';
import { listAbsences } from '../mediation/list-absences.ts';
import { Problem } from '../problems.ts';
import { declareAbsenceForm } from './absences/declare-absence.ts';
import { endAbsenceForm } from './absences/end-absence.tsx';
import { ownOfficesNamed } from './absences/offices.ts';
import { recordSuddenAbsenceForm } from './absences/record-sudden-absence.ts';
import { formRoutes } from './form-page.tsx';
import { AbsencesPage } from './pages/absences.tsx';
import { show, type Site } from './site.ts';

/** « Absences », for those who run cases and their secretaries: who is away from an office of theirs, and who stands in. */
export function absences(app: App, site: Site): void {
  formRoutes(app, site, [declareAbsenceForm, recordSuddenAbsenceForm, endAbsenceForm]);

  app.get('/absences', { config: { policy: { act: 'list', who: 'session' } }, schema: { hide: true } }, async (request, reply) => {
    const { core } = site;
    const own = await ownOfficesNamed({ core, session: request.session });
    if (own.length === 0) throw new Problem('not-found');
    const offices = await Promise.all(own.map(async (office) => ({ ...office, absences: await listAbsences(core, request.session, office.id) })));

    return show(reply, await (<AbsencesPage visit={await site.desk(request, reply)} offices={offices} />));
  });
}
