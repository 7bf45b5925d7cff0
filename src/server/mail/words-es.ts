import type { Role } from '../domain/rights.ts'
import type { MailWords } from './mail-words.ts'

const roleNames: Record<Role, string> = {
  owner: 'propietario',
  manager: 'gerente',
  agent: 'agente',
  presenter: 'presentador',
  viewer: 'observador',
}

/** As the page says it. */
const whatRoleDoes: Record<Role, string> = {
  owner: 'Los propietarios pueden hacerlo todo.',
  manager: 'Los gerentes fijan el horario, importan visitas, leen las cifras y dirigen el equipo.',
  agent: 'Los agentes trabajan con las llamadas: reintentan, reprograman, etiquetan y anotan.',
  presenter: 'Los presentadores hacen llamadas de demo y no ven nada más.',
  viewer: 'Los observadores leen todo y no cambian nada.',
}

export const spanish: MailWords = {
  invitation: ({ inviterName, organizationName, role, link }) => ({
    subject: `${inviterName} le invita a ${organizationName} en Ringback`,
    paragraphs: [
      `${inviterName} le invita a unirse a ${organizationName} en Ringback como ${roleNames[role]}.`,
      whatRoleDoes[role],
      `Únase aquí en el plazo de una semana:\n${link}`,
      'Si no esperaba este mensaje, puede ignorarlo.',
    ],
  }),
}
