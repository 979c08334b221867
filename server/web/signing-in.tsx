import type { App } from '../instance.ts';
import { recover } from '../people/recover.ts';
import { signIn } from '../people/sign-in.ts';
import { signOut } from '../people/sign-out.ts';
import { giveCookie, takeCookie } from '../plugins/session.ts';
import { Problem } from '../problems.ts';
import { RecoveryCode } from './components/recovery-code.tsx';
import { Page } from './components/page.tsx';
import { LinkButton } from './components/button.tsx';
import { Heading } from './components/text.tsx';
import { takeDraftCookie } from './filing/draft-cookie.ts';
import { textOf, type FormBody } from './forms/form-body.ts';
import { RecoveryPage } from './pages/recovery.tsx';
import { SignInPage, signInRefused } from './pages/sign-in.tsx';
import { SignedOutPage, SignOutPage } from './pages/sign-out.tsx';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';

/** Sign-in, recovery, sign-out. */
export function signingIn(app: App, site: Site): void {
  const { core, config } = site;
  const anyone = (act: string) => ({ config: { policy: { act, who: 'anyone' } }, schema: { hide: true } }) as const;
  const signedIn = (act: string) => ({ config: { policy: { act, who: 'session' } }, schema: { hide: true } }) as const;

  app.get('/connexion', anyone('sign-in'), async (request, reply) => show(reply, await (<SignInPage visit={await site.visit(request, reply)} />)));

  app.post<{ Body: FormBody }>('/connexion', anyone('sign-in'), async (request, reply) => {
    const values = { address: textOf(request.body, 'address'), shared: textOf(request.body, 'shared') };
    if (!site.isFresh(request, request.body)) return show(reply, await (<SignInPage visit={await site.visit(request, reply)} values={values} />), 422);

    try {
      const { token } = await signIn(core, { address: values.address, passphrase: textOf(request.body, 'passphrase'), isShared: values.shared !== 'no', ip: request.ip });
      giveCookie(reply, config, token);

      return reply.redirect('/dossiers', 303);
    } catch (error) {
      if (!(error instanceof Problem) || (error.status !== 401 && error.code !== 'invalid-body')) throw error;

      return show(reply, await (<SignInPage visit={await site.visit(request, reply)} values={values} errors={signInRefused} />), 401);
    }
  });

  app.get('/recuperation', anyone('recover'), async (request, reply) => show(reply, await (<RecoveryPage visit={await site.visit(request, reply)} />)));

  app.post<{ Body: FormBody }>('/recuperation', anyone('recover'), async (request, reply) => {
    const [address, code, passphrase, confirmation] = ['address', 'code', 'passphrase', 'confirmation'].map((name) => textOf(request.body, name)) as [string, string, string, string];
    const again = async (field: string, message: string, status = 422) =>
      show(reply, await (<RecoveryPage visit={await site.visit(request, reply)} values={{ address }} errors={[{ field, message }]} />), status);
    if (!site.isFresh(request, request.body)) return show(reply, await (<RecoveryPage visit={await site.visit(request, reply)} values={{ address }} />), 422);
    if (passphrase !== confirmation) return again('confirmation', fr.recovery.differs);

    try {
      const { token, recoveryCode, session } = await recover(core, { address, code, passphrase, isShared: true, ip: request.ip });
      giveCookie(reply, config, token);
      const words = fr.recovery;

      return show(reply, await (
        <Page title={words.doneTitle} visit={await site.visit(request, reply, session)}>
          <Heading level={1} text={words.doneTitle} />
          <RecoveryCode heading={fr.receipt.recovery} code={recoveryCode} before={fr.receipt.recoveryOnce} after={fr.receipt.recoveryUse} />
          <LinkButton href="/dossiers" text={fr.receipt.toCases} />
        </Page>
      ));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'passphrase-weak') return again('passphrase', fr.recovery.weak);
      if (error.status === 401 || error.code === 'invalid-body') return again('address', fr.recovery.refused, 401);

      throw error;
    }
  });

  app.get('/deconnexion', signedIn('sign-out'), async (request, reply) => show(reply, await (<SignOutPage visit={await site.visit(request, reply, request.session)} />)));

  app.post<{ Body: FormBody }>('/deconnexion', signedIn('sign-out'), async (request, reply) => {
    if (!site.isFresh(request, request.body)) return reply.redirect('/deconnexion', 303);
    await signOut(core, request.session);
    takeCookie(reply, config);
    takeDraftCookie(reply, config);

    return show(reply, await (<SignedOutPage visit={await site.visit(request, reply)} />));
  });
}
