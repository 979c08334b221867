/** What everybody reads when a party has left: one sentence, which names nobody and gives no reason (Ch 9 [C]). */
export const withdrawalSentence = 'Une partie a choisi de ne plus prendre part à la médiation, comme chacun peut le faire à tout moment sans donner de raison.';
