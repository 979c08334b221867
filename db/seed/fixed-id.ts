const kinds = {
  territory: '1e',
  office: '0f',
  establishment: 'e5',
  faculty: 'fa',
  school: '5c',
  ght: '67',
  'joint-management': 'd1',
  holder: '40',
  person: '9e',
} as const;

/** The same UUID (version 4 form) at every seeding, so that stories and bookmarks hold. */
export function fixedId(kind: keyof typeof kinds, number: number): string {
  return `${kinds[kind]}000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
