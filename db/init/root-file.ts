import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const heading = `# Clé racine d’Entente. Emportez ce fichier hors de la machine : il n’y sert plus.
# Entente's root key. Take this off the machine: it is of no more use there.
# Qui la détient peut nommer un administrateur et un greffier. Whoever holds it can appoint an administrator and a registrar.
`;

/** Writes root's 32-byte seed to a file only its owner may read (0600). Throws when the file exists. */
export function writeRootFile(path: string, seed: Uint8Array): void {
  writeFileSync(path, `${heading}${Buffer.from(seed).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
}

/** Root's 32-byte seed, or null when the file is absent or is not one. */
export function readRootFile(path: string): Uint8Array | null {
  if (!existsSync(path)) return null;
  const line = readFileSync(path, 'utf8').split('\n').find((text) => text !== '' && !text.startsWith('#'));
  const seed = new Uint8Array(Buffer.from(line ?? '', 'base64'));

  return seed.length === 32 ? seed : null;
}
