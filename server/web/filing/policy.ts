/** What the pages of a request declare: anyone may file. */
export const anyone = { config: { policy: { act: 'file', who: 'anyone' } }, schema: { hide: true } } as const;
