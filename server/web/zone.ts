/** Pages show moments as they are in Paris, unless a case says another zone. */
export const zone = 'Europe/Paris';
