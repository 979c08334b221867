/** The text the parties sign, and the number that makes it unlike any other (32 hexadecimal digits). */
export function agreementText(text: string, number: string, isPartial = false): string {
  return `${isPartial ? 'Accord partiel : ce qui n’y figure pas reste sans accord.\n\n' : ''}${text.trimEnd()}\n\nNuméro de cet accord : ${number}`;
}
