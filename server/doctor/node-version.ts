import { blocking, good, watch, type Finding } from './finding.ts';

/** Node 20.19 is the least that runs the service; 24 is maintained, and seals keys natively. */
export function nodeVersion(version: string): Finding[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) return [blocking(`Node ${version} est trop ancien.`, 'Installez Node 24 LTS (20.19 au moins).')];
  if (major < 24) return [watch(`Node ${version} fonctionne, mais sa maintenance s’arrête avant celle de 24.`, 'Prévoyez Node 24 LTS.')];

  return [good(`Node ${version}.`)];
}
