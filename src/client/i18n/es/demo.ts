import type { Catalogue } from '../translator.ts'

export const demo = {
  'Demo call': 'Llamada de demo',
  'A real call in the database, played by the simulator. Nobody’s telephone rings.':
    'Una llamada real en la base de datos, hecha por el simulador. No suena ningún teléfono.',
  'Open the stage': 'Abrir el escenario',

  // Setting it up
  'Set up the call': 'Preparar la llamada',
  'Set it up': 'Prepárela',
  Scenario: 'Situación',
  'The scenarios could not be loaded': 'No se pudieron cargar las situaciones',
  'Loading the scenarios': 'Cargando las situaciones',
  'Choose what is to happen.': 'Elija lo que va a ocurrir.',
  'Let the provider misbehave': 'Dejar que el proveedor falle',
  'Over this call the simulator loses, repeats, delays and contradicts its news, answers with errors, and may break off. The call’s history shows what came, and from whom.':
    'En esta llamada el simulador pierde, repite, retrasa y contradice sus avisos, responde con errores y puede cortarse. El historial de la llamada muestra qué llegó y de quién.',
  'Telephone number': 'Número de teléfono',
  'This number is never dialled: demo calls run on the simulator.':
    'Este número no se marca nunca: las llamadas de demo van por el simulador.',
  'This number is never dialled.': 'Este número no se marca nunca.',
  'The demo call was not created': 'No se creó la llamada de demo',
  'It appears under Ready for Call and waits there for you.':
    'Aparece en «Por llamar» y allí le espera.',
  'Create demo call': 'Crear llamada de demo',

  // Following it
  'The demo call': 'La llamada de demo',
  'That demo call was removed': 'Esa llamada de demo se eliminó',
  'No demo call yet': 'Aún no hay llamada de demo',
  'Choose a scenario and create the call; it is then followed here, step by step.':
    'Elija una situación y cree la llamada; aquí se sigue paso a paso.',
  'The demo call could not be loaded': 'No se pudo cargar la llamada de demo',
  'Loading the demo call': 'Cargando la llamada de demo',
  'Not started': 'No se inició',
  'Start the call': 'Iniciar la llamada',
  'Run it again': 'Repetirla',
  'Resume calling at the head of any page.':
    'Reanude las llamadas en la parte superior de cualquier página.',
  'Waits to be placed: {reasons}.': 'Espera para salir: {reasons}.',
  'Steps of the call': 'Pasos de la llamada',
  Created: 'Creada',
  'Asking the simulator for a line…': 'Pidiendo línea al simulador…',
  'The customer’s telephone rings…': 'Suena el teléfono del cliente…',
  'In conversation': 'En conversación',
  'The customer is talking…': 'El cliente está hablando…',
  'Not this time': 'Esta vez no',
  'Recording of the conversation': 'Grabación de la conversación',
  'Open it in the calls': 'Abrirla en las llamadas',
  'Nobody knows whether it rang; a person decides.': 'No se sabe si sonó; decide una persona.',
  'It is not called again.': 'No se vuelve a llamar.',
  'It is not tried again by itself.': 'No se reintenta por sí sola.',
  'It is tried again by itself {when}.': 'Se reintenta por sí sola {when}.',

  // Removing them
  'Remove demo calls': 'Eliminar llamadas de demo',
  'Remove all demo calls?': '¿Eliminar todas las llamadas de demo?',
  'Every demo call of your organization goes, with its transcript and recording; one that is on the line is hung up. Real calls are not touched.':
    'Se eliminan todas las llamadas de demo de su organización, con su transcripción y grabación; si una está en línea, se cuelga. Las llamadas reales no se tocan.',
  'Not removed: {reason}': 'No se eliminaron: {reason}',
  'Keep them': 'Conservarlas',
  'Remove them': 'Eliminarlas',
  'There were no demo calls to remove.': 'No había llamadas de demo que eliminar.',
  '{n} demo calls removed.': {
    one: 'Una llamada de demo eliminada.',
    other: '{n} llamadas de demo eliminadas.',
  },

  // The stage
  'The stage could not be opened': 'No se pudo abrir el escenario',
  'Opening the stage': 'Abriendo el escenario',
  'Back to the demo page': 'Volver a la página de demo',
  'Nobody’s telephone rings.': 'No suena ningún teléfono.',
  'What is to happen?': '¿Qué va a ocurrir?',
  Start: 'Iniciar',
  Continue: 'Continuar',
  'Try again now': 'Reintentar ahora',
  'Waiting for a line': 'Esperando línea',
  Step: 'Paso',
  Space: 'Espacio',
  Reset: 'Reiniciar',
  'Removes the calls of this stage': 'Elimina las llamadas de este escenario',
  'Turn the sound on': 'Activar el sonido',
  'Turn the sound off': 'Silenciar',
  'Full screen': 'Pantalla completa',
  'Leave full screen': 'Salir de pantalla completa',
  'The three tabs': 'Las tres pestañas',
  'All calls of the organization': 'Todas las llamadas de la organización',
  'of the last 30 days': 'de los últimos 30 días',
  'of the demo calls of 30 days': 'de las llamadas de demo de 30 días',
  'No scores yet': 'Aún sin puntuaciones',
  'was {score}, from {n} scores': {
    one: 'antes {score}, de una puntuación',
    other: 'antes {score}, de {n} puntuaciones',
  },
  promoters: { one: 'promotor', other: 'promotores' },
  passives: { one: 'pasivo', other: 'pasivos' },
  detractors: { one: 'detractor', other: 'detractores' },
  'The call': 'La llamada',
  'Ready to be called': 'Pendiente de llamar',
  'Opening a line…': 'Abriendo línea…',
  'It rings at the customer’s…': 'Suena el teléfono del cliente…',
  'Nobody knows whether it rang': 'No se sabe si sonó',
  'The stage could not go on': 'El escenario no pudo continuar',
  'The server cannot be reached. The stage goes on by itself once it is back.':
    'No hay conexión con el servidor. El escenario sigue solo en cuanto vuelva.',
  'The line was given back': 'Se liberó la línea',
  'The call had waited for long with nobody on the stage. One press starts it again.':
    'La llamada esperó mucho tiempo sin nadie en el escenario. Basta una pulsación para empezarla de nuevo.',
  'The call did not start': 'La llamada no se inició',
  'The stage was not reset': 'El escenario no se reinició',
  'This call was removed. Reset the stage to begin again.':
    'Esta llamada se eliminó. Reinicie el escenario para empezar de nuevo.',
  'The sound does not play here; the words go on without it.':
    'El sonido no se reproduce aquí; las palabras siguen sin él.',
  'A real call is tried again by itself, when the schedule says. On the stage, you say when.':
    'Una llamada real se reintenta sola cuando lo dice el horario. En el escenario lo decide usted.',
  'A real number is on the do-not-call list at once. A demo’s number is left alone.':
    'Un número real pasa de inmediato a la lista de no llamar. El de una demo no se toca.',

  // Whoever plays the customer
  'Your turn: you are the customer.': 'Su turno: usted es el cliente.',
  'Listen. You may answer at any moment.': 'Escuche. Puede contestar en cualquier momento.',
  'Taking in your answer…': 'Recibiendo su respuesta…',
  'Type what you would say': 'Escriba lo que diría',
  'Answer by voice': 'Contestar de viva voz',
  'Stop listening': 'Dejar de escuchar',
  'Your browser may send what you say to its maker to understand it.':
    'Su navegador puede enviar lo que diga a su fabricante para entenderlo.',
  'The microphone is not open to this page. Buttons and typing do the same.':
    'Esta página no tiene acceso al micrófono. Con los botones o escribiendo se hace lo mismo.',
  'The browser stopped listening. Try again, or answer by button or typing.':
    'El navegador ha dejado de escuchar. Inténtelo de nuevo, o conteste con los botones o escribiendo.',
  'This browser cannot listen. Buttons and typing do the same.':
    'Este navegador no puede escuchar. Con los botones o escribiendo se hace lo mismo.',
  'Listening…': 'Escuchando…',
  Skip: 'Saltar',
  'No more calls': 'No más llamadas',
  'The answer did not get through': 'La respuesta no llegó',
  'Nothing is recorded on the stage, whatever you answer.':
    'En el escenario no se graba nada, conteste lo que conteste.',
} as const satisfies Catalogue
