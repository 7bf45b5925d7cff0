import type { Catalogue } from '../translator.ts'

export const script = {
  'The script': 'el guion',
  'the script': 'el guion',
  'Whose script': 'Guion de quién',
  'Every call': 'Todas las llamadas',
  'Save script': 'Guardar guion',
  'Saved. The next call speaks from it.': 'Guardado. La próxima llamada ya lo usa.',
  'Try the conversation': 'Probar la conversación',
  'Language of the texts': 'Idioma de los textos',
  '{n} to mend': '{n} por corregir',
  'Saved {when}.': 'Guardado {when}.',
  'Go back': 'Volver',
  'Go back to the organization’s script': 'Volver al guion de la organización',
  'Go back to the built-in script': 'Volver al guion incluido',
  'Go back to the organization’s script?': '¿Volver al guion de la organización?',
  'Go back to the built-in script?': '¿Volver al guion incluido?',
  'The next calls speak from the organization’s script, and what is written here is no longer said.':
    'Las próximas llamadas usan el guion de la organización y lo escrito aquí deja de decirse.',
  'The next calls speak from the built-in script, and what is written here is no longer said.':
    'Las próximas llamadas usan el guion incluido y lo escrito aquí deja de decirse.',
  'What every call says, unless its campaign has words of its own.':
    'Lo que dice cada llamada, salvo que su campaña tenga textos propios.',
  'The script that comes with Ringback.': 'El guion que trae Ringback.',
  'Change anything to make it yours.': 'Cambie lo que quiera para hacerlo suyo.',
  'What this campaign’s calls say.': 'Lo que dicen las llamadas de esta campaña.',
  'This campaign speaks from the organization’s script.':
    'Esta campaña usa el guion de la organización.',
  'This campaign speaks from the built-in script.': 'Esta campaña usa el guion incluido.',
  'What you change here is for this campaign alone.':
    'Lo que cambie aquí vale solo para esta campaña.',
  'Someone else saved this script while you were writing':
    'Otra persona guardó este guion mientras usted escribía',
  'Saved. Your changes are not saved yet.': 'Guardado. Sus cambios aún no están guardados.',
  'Saved on {when}. Your changes are not saved yet.':
    'Guardado el {when}. Sus cambios aún no están guardados.',

  // Its steps
  Opening: 'Apertura',
  'Said before anything is asked: who calls, why, and what is recorded.':
    'Se dice antes de preguntar nada: quién llama, por qué y qué se graba.',
  Questions: 'Preguntas',
  'Asked one after another. An empty one is left out.':
    'Se hacen una tras otra. Si una está vacía, se omite.',
  Goodbyes: 'Despedidas',
  'The last words, by how the call ends.': 'Las últimas palabras, según cómo termina la llamada.',
  'In between': 'Entre medias',
  'Said before a question is asked again, or goes on.':
    'Se dice antes de repetir una pregunta o de seguir.',
  'The first words. They name your organization and say why you call.':
    'Las primeras palabras. Nombran su organización y dicen por qué llama.',
  'Nothing is recorded before it was said and agreed to.':
    'No se graba nada antes de decirlo y de que se acepte.',
  'The star key and words like “stop calling” are understood at any moment.':
    'La tecla asterisco y frases como «no me llamen más» se entienden en todo momento.',
  '1 or yes records. 2 or no goes on without a recording.':
    'Con 1 o «sí» se graba. Con 2 o «no» se sigue sin grabar.',
  'Said at the end of the opening in the other languages.':
    'Se dice al final de la apertura en los demás idiomas.',
  'When somebody refuses, at the start or later on.':
    'Cuando alguien se niega, al inicio o más tarde.',
  'Answered by keys or by voice.': 'Se responde con teclas o de viva voz.',
  'Answered in own words; any key skips it.':
    'Se responde con palabras propias; cualquier tecla la salta.',
  '1 or yes asks your team to call back.': 'Con 1 o «sí» se pide a su equipo que llame.',
  'After the last answer.': 'Tras la última respuesta.',
  'Also after “wrong number”. The number is not called again.':
    'También tras «número equivocado». No se vuelve a llamar al número.',
  'When somebody is driving, busy, or asks for another time.':
    'Cuando alguien conduce, está ocupado o pide otro momento.',
  'Before the question is asked again.': 'Antes de repetir la pregunta.',
  'After silence, before the question is asked again.':
    'Tras un silencio, antes de repetir la pregunta.',
  'After the last repeat.': 'Tras la última repetición.',
  'Left where a machine answers.': 'Se deja cuando contesta una máquina.',
  'When a machine answers instead of a person.':
    'Cuando contesta una máquina en lugar de una persona.',
  'When a machine answers': 'Cuando contesta una máquina',
  'Leave the message': 'Dejar el mensaje',
  'Hang up without a word': 'Colgar sin decir nada',
  'Left out': 'Se omite',
  'May be left out': 'Puede omitirse',
  'not said': 'no se dice',
  'about {n} s': 'unos {n} s',
  'Edit {text}:': 'Editar {text}:',
  '{n} of {most}': '{n} de {most}',
  'Put in what each call fills out': 'Insertar lo que completa cada llamada',
  Advisor: 'Asesor',
  'Key|telephone': 'Tecla',

  // How it listens
  'How it listens': 'Cómo escucha',
  'Which languages it speaks, and how patient it is.':
    'Qué idiomas habla y cuánta paciencia tiene.',
  Languages: 'Idiomas',
  'One chooses by key or by saying it.': 'Se elige con una tecla o diciéndolo.',
  'Begins in': 'Empieza en',
  'Unless the customer’s language is known.': 'Salvo que se conozca el idioma del cliente.',
  Repeats: 'Repeticiones',
  times: 'veces',
  'Wait for keys, yes or no': 'Esperar teclas, sí o no',
  'Wait for own words': 'Esperar palabras propias',
  'From {from} to {to}': 'De {from} a {to}',
  'From {from} to {to} seconds': 'De {from} a {to} segundos',

  // The trial
  'Try it': 'Pruébelo',
  'Your workshop': 'Su taller',
  'You are the customer, and nobody’s phone rings. Real calls run the very same conversation.':
    'Usted es el cliente y no suena ningún teléfono. Las llamadas reales siguen la misma conversación.',
  'Who answers': 'Quién contesta',
  'A person answers': 'Contesta una persona',
  'A voicemail': 'Un buzón de voz',
  'For a visit without name, vehicle and advisor': 'Para una visita sin nombre, vehículo ni asesor',
  'Read aloud by this browser': 'Leer en voz alta en este navegador',
  'The script has changed since. Start again to hear it.':
    'El guion ha cambiado desde entonces. Empiece de nuevo para oírlo.',
  'Answer the call in {language}': 'Contestar la llamada en {language}',
  'Say something': 'Diga algo',
  'Say something, as the customer': 'Diga algo, como cliente',
  Keypad: 'Teclado',
  'Pressed {keys}': 'Marcado: {keys}',
  Star: 'Asterisco',
  Hash: 'Almohadilla',
  'Presses {keys}': 'Marca {keys}',
  '{n} seconds of silence': '{n} segundos de silencio',
  'Recording starts': 'Empieza la grabación',
  'Recording stops, and what there is is deleted':
    'La grabación se detiene y lo grabado se elimina',
  'The call hangs up': 'El sistema cuelga',
  'The customer hangs up': 'El cliente cuelga',
  'What Ringback would note': 'Lo que anotaría Ringback',
  'None|score': 'Ninguna',
  '{score} of 10': '{score} de 10',
  'Call back': 'Devolver la llamada',
  'At once': 'De inmediato',
  'Not asked': 'Sin preguntar',
  'Not answered': 'Sin respuesta',
  Agreed: 'Aceptada',
  Refused: 'Rechazada',
} as const satisfies Catalogue
