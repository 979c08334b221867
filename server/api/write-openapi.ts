import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../db/project-root.ts';
import { describeApi } from '../openapi-document.ts';

/** Rewrites the committed description of the API after a route has changed. */
writeFileSync(join(projectRoot, 'openapi.json'), await describeApi());
