import type { Sentences } from '../translator.ts'

/** Instants and spans of time, as other sentences hold them. */
export const times: Sentences = {
  'yesterday {time}': 'ayer {time}',
  'today {time}': 'hoy {time}',
  'tomorrow {time}': 'mañana {time}',
  'Monday {time}': 'el lunes {time}',
  'Tuesday {time}': 'el martes {time}',
  'Wednesday {time}': 'el miércoles {time}',
  'Thursday {time}': 'el jueves {time}',
  'Friday {time}': 'el viernes {time}',
  'Saturday {time}': 'el sábado {time}',
  'Sunday {time}': 'el domingo {time}',
}
