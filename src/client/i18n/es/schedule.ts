import type { Catalogue } from '../translator.ts'

export const schedule = {
  'Calling schedule': 'Horario de llamadas',
  'The schedule could not be loaded': 'No se pudo cargar el horario',
  'Loading the schedule': 'Cargando el horario',
  'the schedule': 'el horario',
  Rules: 'Reglas',
  Week: 'Semana',
  'A window belongs to the weekday on which it starts; its end is outside it. A window that ends before it starts reaches into the next day.':
    'Una franja pertenece al día en que empieza; su hora final queda fuera. Si termina antes de empezar, llega hasta el día siguiente.',
  'Days without calls': 'Días sin llamadas',
  'No call goes out on these dates, neither from their own windows nor from one reaching in from the day before.':
    'En estas fechas no sale ninguna llamada, ni por sus propias franjas ni por una que venga del día anterior.',
  'Quiet hours': 'Horas de descanso',
  'No customer is called in these hours of their own time zone. No window can widen them.':
    'En estas horas, según la zona horaria de cada cliente, no se llama a nadie. Ninguna franja puede ampliarlas.',
  'Around the service': 'En torno al servicio',
  'When a call may first go out, and how long it is worth trying.':
    'Cuándo puede salir la primera llamada y hasta cuándo vale la pena intentarlo.',
  Retries: 'Reintentos',
  'How long to wait before the next try, by how the last one ended. A try that would fall outside the windows moves to the next one’s start.':
    'Cuánto esperar antes del siguiente intento, según cómo terminó el último. Si cae fuera de las franjas, pasa al inicio de la siguiente.',
  Limits: 'Límites',
  'How much may happen at once.': 'Cuánto puede ocurrir a la vez.',
  History: 'Historial',
  'Every version that was saved, and by whom.': 'Cada versión guardada y quién la guardó.',
  'Save schedule': 'Guardar horario',
  'Schedule saved. It holds from now on.': 'Horario guardado. Rige desde ahora.',

  // Pause
  'Calling is paused': 'Las llamadas están en pausa',
  'No call goes out until you resume. Calls already on the line go on to their end.':
    'No sale ninguna llamada hasta que las reanude. Las que están en línea siguen hasta el final.',
  'Calls go out by themselves whenever this schedule allows it.':
    'Las llamadas salen solas cuando este horario lo permite.',
  'Pause calling': 'Pausar llamadas',
  'Not resumed: {reason}': 'No se reanudó: {reason}',
  'Not paused: {reason}': 'No se pausó: {reason}',

  // The week
  'Time zone of the windows': 'Zona horaria de las franjas',
  'Drag over an empty stretch to add a window, drag a window to move it, or one of its edges. With the keyboard: arrow keys, Shift for an hour, up and down for another day, + for one more, Delete to remove.':
    'Arrastre sobre un hueco para añadir una franja; arrastre una franja para moverla, o uno de sus bordes. Con el teclado: flechas, Mayús para una hora, arriba y abajo para otro día, + para una más, Supr para quitarla.',
  'No calls': 'Sin llamadas',
  'Add a window': 'Añadir una franja',
  'Add a window on {day}': 'Añadir una franja el {day}',
  'Remove this window': 'Quitar esta franja',
  '{day}, window {n}': '{day}, franja {n}',
  '{window}, start': '{window}, inicio',
  '{window}, end': '{window}, fin',
  'Remove {window}': 'Quitar {window}',
  'the whole day': 'todo el día',
  'into {day}': 'hasta el {day}',
  '{start} to {end}': 'de {start} a {end}',
  '{day} {hours} removed.': '{day} {hours}: franja quitada.',
  'No room: the week or another window ends there.':
    'No hay sitio: ahí termina la semana u otra franja.',
  'Copy to other days': 'Copiar a otros días',
  'Copy {day} to other days': 'Copiar el {day} a otros días',
  'Copy {day} to': 'Copiar el {day} a',
  'Monday to Friday': 'De lunes a viernes',
  'Every day': 'Todos los días',
  'Start from a preset': 'Empezar con un modelo',
  'Office hours': 'Horario de oficina',
  'Office hours with a lunch break': 'Horario de oficina con pausa de comida',
  Mornings: 'Mañanas',
  Evenings: 'Tardes',
  'Office hours, Saturdays too': 'Horario de oficina, también los sábados',
  'Weekends too': 'También los fines de semana',
  'No windows': 'Sin franjas',

  // Days without calls
  'The holiday calendars could not be loaded.':
    'No se pudieron cargar los calendarios de festivos.',
  'Public holidays of': 'Festivos de',
  'No holidays left out': 'Sin excluir festivos',
  'Leave out no holidays': 'No excluir festivos',
  'State or region': 'Estado o región',
  'Only nationwide ones': 'Solo los nacionales',
  'Only nationwide holidays': 'Solo los festivos nacionales',
  'Next: {holidays}': 'Próximos: {holidays}',
  'Blocked dates': 'Fechas bloqueadas',
  'None to come. Pick dates in the calendar, or move through it with the arrow keys and choose with Enter.':
    'Ninguna próxima. Elija fechas en el calendario, o muévase por él con las flechas y elija con Intro.',
  '{n} dates to come:': { one: 'Una fecha próxima:', other: '{n} fechas próximas:' },
  'And {n} dates in the past.': { one: 'Y una fecha pasada.', other: 'Y {n} fechas pasadas.' },
  'Allow calls on {day} again': 'Volver a permitir llamadas el {day}',
  '{day}, blocked': '{day}, bloqueada',
  'Next month': 'Mes siguiente',
  'Previous month': 'Mes anterior',
  'No public holiday in this month.': 'Este mes no hay festivos.',
  'Public holidays of this month, without calls': 'Festivos de este mes, sin llamadas',

  // Around the service, retries and limits
  'Delay after service': 'Espera tras el servicio',
  'Time to drive home before the telephone rings.':
    'Tiempo para llegar a casa antes de que suene el teléfono.',
  Expiry: 'Caducidad',
  'A call not reached by then is given up.':
    'Si para entonces no se ha contestado, se deja de llamar.',
  '{field}: unit': '{field}: unidad',
  minutes: 'minutos',
  hours: 'horas',
  days: 'días',
  'In all, the first one included': 'En total, con el primero incluido',
  'Add a delay, such as 2 h': 'Añada una espera, como 2 h',
  '“{words}” was not understood. Write a delay such as 15 min, 2 h or 1 day.':
    'No se entendió «{words}». Escriba una espera como 15 min, 2 h o 1 día.',
  'Not tried again by itself': 'No se reintenta por sí sola',
  'With one attempt, never tried again': 'Con un solo intento no se reintenta nunca',
  '{delays}, and so on': '{delays}, y así sucesivamente',
  'next day': 'al día siguiente',
  ', then ': ', luego ',
  'Days between calls to one number': 'Días entre llamadas a un mismo número',
  'Ring for (seconds)': 'Dejar sonar (segundos)',
  'Pause by itself when too much fails for technical reasons':
    'Pausar sola cuando hay demasiados fallos técnicos',
  'Failed share': 'Proporción de fallos',
  'Of the last minutes': 'De los últimos minutos',
  'From attempts on': 'A partir de tantos intentos',

  // Preview
  'If you save this': 'Si guarda esto',
  'The next 14 days': 'Los próximos 14 días',
  'As of {time}. Ask again': 'A las {time}. Volver a calcular',
  'Work it out again': 'Volver a calcular',
  'Work it out': 'Calcular',
  'Working it out…': 'Calculando…',
  'Working out the preview': 'Calculando la vista previa',
  'Waiting for the connection…': 'Esperando la conexión…',
  'Stopped.': 'Detenido.',
  'Something needs mending first; then it is worked out anew.':
    'Primero hay que corregir algo; después se vuelve a calcular.',
  'Could not be worked out: {reason}': 'No se pudo calcular: {reason}',
  'Below is the answer to the version before.': 'Abajo está el resultado de la versión anterior.',
  'No call is waiting, so there is nothing to place. Import visits, and they show here.':
    'No hay llamadas en espera, así que no hay nada que hacer. Importe visitas y aparecerán aquí.',
  'None of the {n} calls that wait would move': {
    one: 'La llamada en espera no se movería',
    other: 'Ninguna de las {n} llamadas en espera se movería',
  },
  'No waiting call would move.': 'No se movería ninguna llamada en espera.',
  'See which': 'Ver cuáles',
  '{n} calls would no longer go out': {
    one: '{n} llamada ya no saldría',
    other: '{n} llamadas ya no saldrían',
  },
  '{n} calls would go out that would not today': {
    one: '{n} llamada que hoy no saldría, saldría',
    other: '{n} llamadas que hoy no saldrían, saldrían',
  },
  '{n} calls would move earlier': {
    one: '{n} llamada se adelantaría',
    other: '{n} llamadas se adelantarían',
  },
  '{n} calls would move later': {
    one: '{n} llamada se retrasaría',
    other: '{n} llamadas se retrasarían',
  },
  'Calling is paused, so none goes out': 'Las llamadas están en pausa, así que no sale ninguna',
  '{n} calls wait for a person': {
    one: '{n} llamada espera a una persona',
    other: '{n} llamadas esperan a una persona',
  },
  'No call is waiting.': 'No hay llamadas en espera.',
  '{n} calls of {all} will expire first, as the schedule is saved.': {
    one: '{n} llamada de {all} caducará antes, con el horario guardado.',
    other: '{n} llamadas de {all} caducarán antes, con el horario guardado.',
  },
  'Longer windows or more calls at a time would help.':
    'Ayudarían franjas más largas o más llamadas a la vez.',
  'As saved, all {n} calls that wait come to their turn before they expire.': {
    one: 'Con el horario guardado, la llamada en espera sale antes de caducar.',
    other: 'Con el horario guardado, las {n} llamadas en espera salen antes de caducar.',
  },
  'No call will expire before it is reached': 'Ninguna llamada caducará antes de salir',
  '{n} calls will expire before they are reached': {
    one: '{n} llamada caducará antes de salir',
    other: '{n} llamadas caducarán antes de salir',
  },
  '{n} more than today': '{n} más que hoy',
  '{n} fewer than today': '{n} menos que hoy',
  'spoken of {when}, in another call to the same number':
    'se trata {when}, en otra llamada al mismo número',
  'not reached in time': 'no sale a tiempo',
  'held: {reason}': 'retenida: {reason}',
  paused: 'en pausa',
  'Calls per hour': 'Llamadas por hora',
  'Nothing is planned from {first} to {last}.': 'No hay nada previsto del {first} al {last}.',
  'Filled: with your changes. Line: as it is today.':
    'Relleno: con sus cambios. Línea: como está hoy.',
  '{calls}, {n} today': '{calls}, {n} hoy',
  '{n} as it is today': '{n} como está hoy',
  'most at {hour} with {n}': 'el máximo a las {hour}, con {n}',
  'Clocks go forward {length}': 'Los relojes se adelantan {length}',
  'Clocks go back {length}': 'Los relojes se atrasan {length}',
  'Calls that would move': 'Llamadas que se moverían',
  'Show {n}': 'Mostrar {n}',
  'And {n} calls more.': { one: 'Y {n} llamada más.', other: 'Y {n} llamadas más.' },
  '{n} calls could never go out': {
    one: '{n} llamada no podría salir nunca',
    other: '{n} llamadas no podrían salir nunca',
  },
  '{n} calls of {campaign} could never go out': {
    one: '{n} llamada de {campaign} no podría salir nunca',
    other: '{n} llamadas de {campaign} no podrían salir nunca',
  },
  'A call': 'Una llamada',
  '(opens in a new tab)': '(se abre en una pestaña nueva)',
  'Not reached in time': 'No salen a tiempo',
  'Looking ahead': 'Haciendo la previsión',
  'The forecast could not be made: {reason}': 'No se pudo hacer la previsión: {reason}',
  'Calls that will expire first': 'Llamadas que caducarán antes',
  'expires {when}': 'caduca {when}',

  // In plain words
  'In plain words': 'En pocas palabras',
  'Something needs mending; this was the last complete version:':
    'Hay algo que corregir; esta fue la última versión completa:',
  'Calling is paused: no call goes out until you resume.':
    'Las llamadas están en pausa: no sale ninguna hasta que las reanude.',
  'No call ever goes out: no weekday has a window.':
    'No sale nunca ninguna llamada: ningún día tiene franjas.',
  'Calls go out {times}, in {zone}.': 'Las llamadas salen {times}, {zone}.',
  '{place} time': 'hora de {place}',
  ' and ': ' y ',
  'every day': 'todos los días',
  '{first} to {last}': 'de {first} a {last}',
  'all day': 'todo el día',
  '{hours} (into the next day)': '{hours} (hasta el día siguiente)',
  'No calls {when}.': 'Sin llamadas {when}.',
  'No calls {dates}, nor {holidays}.': 'Sin llamadas {dates} ni {holidays}.',
  'on {day}': 'el {day}',
  'on {n} blocked dates, the next {day}': 'en {n} fechas bloqueadas, la próxima el {day}',
  'on public holidays of {region}': 'en los festivos de {region}',
  'No date is blocked; public holidays are not left out.':
    'No hay fechas bloqueadas; los festivos no se excluyen.',
  'No customer is called between {start} and {end} in their own time zone, whatever the windows say.':
    'No se llama a ningún cliente entre las {start} y las {end} de su propia zona horaria, digan lo que digan las franjas.',
  'A call may go out as soon as the service is completed, and expires {expiry} after the service.':
    'Una llamada puede salir en cuanto termina el servicio, y caduca {expiry} después.',
  'A call may go out {delay} after the service is completed, and expires {expiry} after the service.':
    'Una llamada puede salir {delay} después de terminar el servicio, y caduca {expiry} después del servicio.',
  'no answer|after': 'si no contestan',
  'busy|after': 'si está ocupado',
  'voicemail|after': 'si salta el buzón de voz',
  'a rejected call|after': 'si rechazan la llamada',
  'a technical failure|after': 'si hay un fallo técnico',
  'after {outcome}': '{outcome}',
  'Each call is tried once and never again.': 'Cada llamada se intenta una sola vez.',
  'Each call is tried at most {n} times, but nothing is tried again by itself.':
    'Cada llamada se intenta {n} veces como máximo, pero nada se reintenta por sí solo.',
  'Each call is tried at most {n} times; {rules}.':
    'Cada llamada se intenta {n} veces como máximo; {rules}.',
  'Never again after {outcomes}.': 'No se reintenta {outcomes}.',
  '{active}, {n} a minute; {again}; it rings for {seconds} s.':
    '{active}, {n} por minuto; {again}; suena {seconds} s.',
  'Up to {n} calls at a time': {
    one: 'Una llamada a la vez',
    other: 'Hasta {n} llamadas a la vez',
  },
  'the same number may be called again at once':
    'se puede volver a llamar enseguida al mismo número',
  'the same number at most once in {length}': 'al mismo número, como mucho una vez cada {length}',
  'Calling pauses itself when at least {share} of the attempts of the last {length} failed for technical reasons, from {n} attempts on.':
    {
      one: 'Las llamadas se pausan solas si al menos el {share} de los intentos de los últimos {length} falló por razones técnicas, a partir de {n} intento.',
      other:
        'Las llamadas se pausan solas si al menos el {share} de los intentos de los últimos {length} falló por razones técnicas, a partir de {n} intentos.',
    },

  // History and conflicts
  'Loading the history': 'Cargando el historial',
  'The history could not be loaded: {reason}': 'No se pudo cargar el historial: {reason}',
  'Nothing was saved yet: this is the usual schedule. Each version that you save is kept here.':
    'Aún no se ha guardado nada: este es el horario habitual. Aquí queda cada versión que guarde.',
  'Saved versions, newest first': 'Versiones guardadas, la más reciente primero',
  'Version {version}': 'Versión {version}',
  '{version}, in use': '{version}, en uso',
  'Saved {when}': 'Guardada {when}',
  'No difference from the version before.': 'Sin diferencias con la versión anterior.',
  'What {version} changed': '{version}: lo que cambió',
  'Restore version {version}': 'Restaurar la versión {version}',
  'Restore version {version}?': '¿Restaurar la versión {version}?',
  Restore: 'Restaurar',
  'from|a change': 'de',
  'to|a change': 'a',
  'It is the same as the schedule in use.': 'Es igual que el horario en uso.',
  'This would change:': 'Esto cambiaría:',
  'What would change': 'Lo que cambiaría',
  'What you edited and did not save stays; you will be asked what to do with it.':
    'Lo que editó y no guardó se conserva; se le preguntará qué hacer con ello.',
  'Try it in the fields': 'Probarla en los campos',
  'Version {version} is back. It holds from now on.':
    'La versión {version} ha vuelto. Rige desde ahora.',
  'Not restored: {reason}': 'No se restauró: {reason}',
  'Someone else saved this schedule while you were editing':
    'Otra persona guardó este horario mientras usted lo editaba',
  'You restored an older version while you were editing':
    'Restauró una versión anterior mientras editaba',
  'What the other person changed': 'Lo que cambió la otra persona',
  'What the restored version changed': 'Lo que cambió la versión restaurada',
  'Put my changes on top of it': 'Aplicar mis cambios encima',
  'Keep it and drop my changes': 'Conservarla y descartar mis cambios',
  'Restored {when}, with these changes:': 'Restaurada {when}, con estos cambios:',
  'Restored {when}, without a difference.': 'Restaurada {when}, sin diferencias.',
  'Saved {when}, with these changes:': 'Guardado {when}, con estos cambios:',
  'Saved {when}, without a difference.': 'Guardado {when}, sin diferencias.',
  'Your changes are not saved yet. The restored version differs in {parts} too: put on top, yours would replace it.':
    'Sus cambios aún no están guardados. La versión restaurada también difiere en esto: {parts}. Si los aplica encima, los suyos la reemplazarían.',
  'Your changes are not saved yet. You both changed {parts}: put on top, yours would replace theirs.':
    'Sus cambios aún no están guardados. Ambos cambiaron esto: {parts}. Si los aplica encima, los suyos reemplazarían a los de la otra persona.',

  // A campaign's own rules
  'Own week': 'Semana propia',
  'The organization’s windows.': 'Las franjas de la organización.',
  'More dates without calls': 'Más fechas sin llamadas',
  'The organization’s holidays and blocked dates, which hold in any case.':
    'Los festivos y fechas bloqueadas de la organización, que rigen en todo caso.',
  'Own delay and expiry': 'Espera y caducidad propias',
  'As after any other visit.': 'Como tras cualquier otra visita.',
  'Own retries': 'Reintentos propios',
  'The organization’s retries.': 'Los reintentos de la organización.',
  'Own limit of calls at a time': 'Límite propio de llamadas a la vez',
  'As many as the organization allows.': 'Tantas como permita la organización.',
  'The organization’s limit counts them too': 'También cuentan para el límite de la organización',
  'The organization’s do not fit here. {problem}. Switch this on to give the campaign its own.':
    'Las de la organización no encajan aquí. {problem}. Actívelo para darle a la campaña las suyas.',
} as const satisfies Catalogue
