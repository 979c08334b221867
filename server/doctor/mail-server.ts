import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailSettings } from '../config.ts';
import { smtpOptions } from '../post/smtp.ts';
import { codeOf, good, watch, type Finding } from './finding.ts';

const limits = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 5_000 };

/** Greets the mail server (EHLO, with TLS where it is required), and leaves. */
export async function mailServer(mail: MailSettings | null): Promise<Finding[]> {
  if (!mail) return [watch('Aucun serveur de courriel n’est réglé : personne n’est prévenu hors du service.', 'Donnez ENTENTE_SMTP_URL et ENTENTE_SMTP_FROM, ou tenez-vous-en là.')];

  try {
    await greet(mail);

    return [good('Le serveur de courriel répond.')];
  } catch (error) {
    return [watch(`Le serveur de courriel ne répond pas comme il faut (${codeOf(error)}).`, 'Vérifiez ENTENTE_SMTP_URL, le pare-feu et le certificat ; les courriels attendent trois jours.')];
  }
}

async function greet({ url }: MailSettings): Promise<void> {
  const { auth: _, ...options } = { auth: undefined, ...smtpOptions(url) };
  const connection = new SMTPConnection({ ...options, ...limits });
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      connection.once('end', () => reject(new Error('closed')));
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    connection.removeAllListeners('end');
    connection.quit();
  } catch (error) {
    connection.close();

    throw error;
  }
}
