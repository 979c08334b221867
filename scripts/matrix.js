// Writes policies/MATRIX.md from the policies. Run by `npm run matrix`.
import { writeFileSync } from 'node:fs';
import { matrix } from '../dist/policies/matrix.js';

writeFileSync(new URL('../policies/MATRIX.md', import.meta.url), matrix());
