/** The text the parties sign, and the number that makes it unlike any other (32 hexadecimal digits). */
export function agreementText(text: string, number: string): string {
  return `${text.trimEnd()}\n\nNuméro de cet accord : ${number}`;
}
