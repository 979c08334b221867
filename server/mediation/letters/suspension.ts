/** What everybody reads while a case is suspended; why it is, only whoever declared it reads (Ch 9 [C], effect [I]). */
export const suspensionSentence = 'Le médiateur a suspendu le dossier : les délais ne courent plus, et il vous dira quand il reprend.';
