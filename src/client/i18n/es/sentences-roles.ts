import type { Sentences } from '../translator.ts'

/** Who may do what. */
export const roles: Sentences = {
  'Owners can do everything.': 'Los propietarios pueden hacerlo todo.',
  'Managers set the schedule, import visits, read the figures and run the team.':
    'Los gerentes fijan el horario, importan visitas, leen las cifras y dirigen el equipo.',
  'Agents work with the calls: retry, reschedule, tag and note.':
    'Los agentes trabajan con las llamadas: reintentan, reprograman, etiquetan y anotan.',
  'Presenters run demo calls, and see nothing else.':
    'Los presentadores hacen llamadas de demo y no ven nada más.',
  'Viewers read along and change nothing.': 'Los observadores leen todo y no cambian nada.',
  'Only owners can make owners or change them.':
    'Solo los propietarios pueden nombrar o cambiar propietarios.',
  'Only {who} can {what}.': 'Solo {who} pueden {what}.',
  owners: 'los propietarios',
  'owners and managers': 'propietarios y gerentes',
  'owners, managers and agents': 'propietarios, gerentes y agentes',
  'owners, managers and presenters': 'propietarios, gerentes y presentadores',
  'owners, managers and viewers': 'propietarios, gerentes y observadores',
  'owners, managers, agents and viewers': 'propietarios, gerentes, agentes y observadores',
  'owners, managers, agents and presenters': 'propietarios, gerentes, agentes y presentadores',
  'owners, managers, agents, presenters and viewers':
    'propietarios, gerentes, agentes, presentadores y observadores',
  'do this': 'hacer esto',
  'open it': 'abrirla',
  'change the team': 'cambiar el equipo',
  'write notes': 'escribir notas',
  'change tags': 'cambiar etiquetas',
  'work with calls': 'trabajar con llamadas',
  'change what calls say': 'cambiar lo que dicen las llamadas',
}
