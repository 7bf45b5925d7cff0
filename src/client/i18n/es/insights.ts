import type { Catalogue } from '../translator.ts'

export const insights = {
  'The figures': 'las cifras',
  '{dates}, by the clock of {place}. Demo calls are not counted.':
    '{dates}, según la hora de {place}. Las llamadas de demo no cuentan.',
  'Counted {when}.': 'Contado: {when}.',
  'No calls ended in this period': 'En este periodo no terminó ninguna llamada',
  'Figures appear here once customers have been called. Perhaps a longer period has some.':
    'Las cifras aparecen aquí cuando se ha llamado a clientes. Quizá las haya en un periodo más largo.',
  'Show the last 90 days': 'Mostrar los últimos 90 días',
  'Show the period before': 'Mostrar el periodo anterior',

  // The period
  Period: 'Periodo',
  'Last 7 days': 'Últimos 7 días',
  'Last 30 days': 'Últimos 30 días',
  'Last 90 days': 'Últimos 90 días',
  'This month': 'Este mes',
  'Last month': 'Mes pasado',
  Day: 'Día',
  Month: 'Mes',
  'Show as tables': 'Mostrar como tablas',
  Print: 'Imprimir',
  'Show all {n}': 'Mostrar las {n}',
  'Show all {n}: {what}': 'Mostrar las {n}: {what}',
  'Show fewer: {what}': 'Mostrar menos: {what}',

  // The score
  'Net Promoter Score': 'Net Promoter Score',
  '{n} answers': { one: '{n} respuesta', other: '{n} respuestas' },
  'No answers in this period.': 'No hay respuestas en este periodo.',
  'no answers': 'sin respuestas',
  'from {answers}': 'de {answers}',
  '95% sure: {range}': 'Intervalo de confianza del 95 %: {range}',
  '95% sure': 'IC del 95 %',
  '{low} to {high}': '{low} a {high}',
  'Answers by band': 'Respuestas por grupo',
  Band: 'Grupo',
  Answers: 'Respuestas',
  'Answers before': 'Respuestas antes',
  Promoters: 'Promotores',
  Passives: 'Pasivos',
  Detractors: 'Detractores',
  '0 to 6': '0 a 6',
  '7 and 8': '7 y 8',
  '9 and 10': '9 y 10',
  'This period': 'Este periodo',
  'this period': 'este periodo',
  'the period before': 'el periodo anterior',
  'number of answers': 'número de respuestas',
  'Before ({dates}): {answers}.': 'Antes ({dates}): {answers}.',
  '{difference} against {score} before, {meaning}. Before: {dates}, from {answers}.':
    '{difference} frente a {score} antes: {meaning}. Antes: {dates}, de {answers}.',
  'a clear rise': 'una clara subida',
  'a clear fall': 'una clara bajada',
  'no change': 'sin cambios',
  'may be chance': 'puede ser casualidad',
  'erased answers may explain it': 'puede deberse a respuestas borradas',
  '{calls} completed, {n} with a score.': '{calls} en total, {n} con puntuación.',
  '{n} answers of customers who were erased since are not counted: no call stands behind them.': {
    one: '{n} respuesta de un cliente borrado después no cuenta: no tiene llamada detrás.',
    other: '{n} respuestas de clientes borrados después no cuentan: no tienen llamada detrás.',
  },
  'Of the period before, {n} answers were erased since and are not counted.': {
    one: 'Del periodo anterior se borró después {n} respuesta, que no cuenta.',
    other: 'Del periodo anterior se borraron después {n} respuestas, que no cuentan.',
  },
  'It has to be so with the scores of erased answers, too, which are kept without their customers.':
    'También debe serlo con las puntuaciones de las respuestas borradas, que se guardan sin sus clientes.',
  'NPS = 100 × (promoters − detractors) ÷ answers':
    'NPS = 100 × (promotores − detractores) ÷ respuestas',
  'How sure is that?': '¿Qué margen de error tiene?',
  'The range is the adjusted Wald interval of B. Rocks (The American Statistician, 2016): were all customers asked, their score would lie in it in 95 of 100 such periods. A change counts as clear where chance alone would not explain it (Zou and Donner, Statistics in Medicine, 2008).':
    'El rango es el intervalo de Wald ajustado de B. Rocks (The American Statistician, 2016): si se preguntara a todos los clientes, su puntuación estaría en él en 95 de cada 100 periodos así. Un cambio se da por claro cuando la casualidad sola no lo explica (Zou y Donner, Statistics in Medicine, 2008).',

  // Its trend
  Trend: 'Tendencia',
  'Trend by': 'Tendencia por',
  'Each point opens its calls. Lines up and down: how sure it is.':
    'Cada punto abre sus llamadas. Líneas arriba y abajo: el margen de error.',
  'NPS by day': 'NPS por día',
  'NPS by week': 'NPS por semana',
  'NPS by month': 'NPS por mes',
  '{dates}: NPS {score}, {answers}, 95% sure {range}. Before: {before}, {answersBefore}.':
    '{dates}: NPS {score}, {answers}, IC del 95 %: {range}. Antes: {before}, {answersBefore}.',
  '{dates}: {score} from {answers}, {range}. Before: {before} from {answersBefore}.':
    '{dates}: {score} de {answers}, {range}. Antes: {before} de {answersBefore}.',
  '{dates}: no answers. Before: {before}, {answersBefore}.':
    '{dates}: sin respuestas. Antes: {before}, {answersBefore}.',
  '{dates}: no answers. Before: {before} from {answersBefore}.':
    '{dates}: sin respuestas. Antes: {before} de {answersBefore}.',
  '{dates}: {score} from {answers}, {range}. No answers before.':
    '{dates}: {score} de {answers}, {range}. Sin respuestas antes.',
  '{dates}: no answers, and none before.': '{dates}: sin respuestas, y antes tampoco.',

  // By group
  'By service advisor': 'Por asesor de servicio',
  'By service type': 'Por tipo de servicio',
  'By vehicle make': 'Por marca de vehículo',
  'Vehicle make': 'Marca del vehículo',
  'No advisor named': 'Sin asesor indicado',
  'Type not known': 'Tipo desconocido',
  'Make not known': 'Marca desconocida',
  'Ranked from {n} answers on. Where ranges overlap, the order may be chance.':
    'Se ordena a partir de {n} respuestas. Si los rangos se solapan, el orden puede ser casualidad.',
  Rank: 'Puesto',
  'too few': 'muy pocas',
  'too few to rank': 'muy pocas',
  'not ranked': 'sin orden',

  // What is praised and blamed
  'What is praised': 'Lo que se elogia',
  'What is blamed': 'Lo que se critica',
  'Nothing was praised in this period.': 'En este periodo no se elogió nada.',
  'Nothing was blamed in this period.': 'En este periodo no se criticó nada.',
  'Calls that name it, of each visit the newest; a call may name several things.':
    'Llamadas que lo nombran, y de cada visita solo la última; una llamada puede nombrar varias cosas.',
  Praise: 'Elogio',
  Blame: 'Crítica',

  // Who is reached, and when
  Reach: 'Contacto',
  'Of the calls whose last try lies in this period.':
    'De las llamadas cuyo último intento cae en este periodo.',
  'No call ended in this period.': 'En este periodo no terminó ninguna llamada.',
  'No call ended in the period before.': 'En el periodo anterior no terminó ninguna llamada.',
  '{calls} answered, {others} not': '{calls} con respuesta, {others} sin ella',
  '{calls} not answered': '{calls} sin respuesta',
  'Before: {share}, {calls} of {n}.': 'Antes: {share}, {calls} de {n}.',
  '{calls} will be tried again.': '{calls} con un reintento pendiente.',
  'Why calls were not answered': 'Por qué no se contestaron las llamadas',
  'Tried again': 'Con reintento',
  'Not known': 'Desconocido',
  'Best hours': 'Mejores horas',
  'Answered at the first try, by its hour. First tries only: each call counts once, and those that are hard to reach do not weigh on later hours.':
    'Contestadas al primer intento, por hora. Solo primeros intentos: cada llamada cuenta una vez, y las difíciles no pesan en las horas posteriores.',
  'No call was first tried in this period.':
    'En este periodo no hubo primeros intentos de llamada.',
  'Best: {hour}, where {share} of {calls} are answered at once.':
    'La mejor: {hour}; se contesta al primer intento el {share} de {calls}.',
  'No hour stands out clearly: the differences may be chance.':
    'Ninguna hora destaca con claridad: las diferencias pueden ser casualidad.',
  'Too few first tries to name a best hour: none has {n}.':
    'Muy pocos primeros intentos para nombrar la mejor hora: ninguna tiene {n}.',
  'Answered at the first try, by hour': 'Contestadas al primer intento, por hora',
  'First tries by hour': 'Primeros intentos por hora',
  Hour: 'Hora',
  'First tries': 'Primeros intentos',
  'Answered|calls': 'Contestadas',
  Share: 'Proporción',
  '{hour}: {calls} answered at the first try, {share}':
    '{hour}: {calls} con respuesta al primer intento, {share}',
  '{hour}: {calls} first tried': '{hour}: {calls} en primer intento',
  '{hour}: {count} of {n} answered': '{hour}: {count} de {n} contestadas',
  'answered at the first try': 'contestadas al primer intento',
  'first tried': 'primeros intentos',
  'Sample data is counted here': 'Aquí cuentan datos de ejemplo',
  'In these figures, or in those before that they are compared with: {calls} of invented visits.':
    'En estas cifras, o en las anteriores con que se comparan: {calls} de visitas inventadas.',
  'Remove the sample data': 'Quitar los datos de ejemplo',
} as const satisfies Catalogue
