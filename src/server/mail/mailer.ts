import nodemailer from 'nodemailer'

export type Mail = { to: string; subject: string; text: string }

/** Sends e-mail; rejects when the server refuses it or does not answer in time. */
export type Mailer = { send(mail: Mail): Promise<void>; close(): void }

const patienceMs = 10_000

/** A mailer over SMTP; `url` like `smtps://user:password@mail.example.com`. */
export function createMailer({ url, from }: { url: string; from: string }): Mailer {
  const timeouts = { connectionTimeout: patienceMs, greetingTimeout: patienceMs }
  const transport = nodemailer.createTransport(url, { from })
  Object.assign(transport.options, { ...timeouts, socketTimeout: patienceMs })
  return {
    async send(mail) {
      await transport.sendMail(mail)
    },
    close: () => transport.close(),
  }
}
