import type { Catalogue } from '../translator.ts'

export const doNotCall = {
  '{number} will not be called.': 'No se llamará al {number}.',
  'Add a number': 'Añadir un número',
  'Asked for it at the desk': 'Lo pidió en recepción',
  'Not added: {why}': 'No se ha añadido: {why}',
  'No call goes out to these numbers, whatever a schedule or a manager says. A customer who asks for it during a call is put here at once.':
    'A estos números no sale ninguna llamada, digan lo que digan el horario o un gerente. El cliente que lo pide durante una llamada queda aquí al instante.',
  'Numbers on the list': 'Números de la lista',
  'Search the list': 'Buscar en la lista',
  'Part of a number or of a reason': 'Parte de un número o de un motivo',
  'The list': 'la lista',
  'Numbers that are not called': 'Números a los que no se llama',
  'No reason on record': 'Sin motivo anotado',
  '{addedBy}, {when}': '{addedBy}, {when}',
  'Added {when}': 'Añadido {when}',
  'Remove {phoneNumber} from the list': 'Quitar {phoneNumber} de la lista',
  'Nobody is on the list': 'No hay nadie en la lista',
  'Add the number of a customer who does not want to be called.':
    'Añada el número de un cliente que no quiere que se le llame.',
  'Nothing with “{search}”': 'Nada con «{search}»',
  'Digits find a number however it is written here: with its country, without gaps.':
    'Las cifras encuentran un número se escriba como se escriba: con prefijo de país o sin espacios.',
  '{number} may be called again.': 'Se puede volver a llamar al {number}.',
  'Allow calls to {number} again?': '¿Permitir de nuevo llamadas al {number}?',
  'Remove from the list': 'Quitar de la lista',
  'Not removed: {why}': 'No se ha quitado: {why}',
  'The customer asked for it again': 'El cliente volvió a pedirlo',
  'Calls about new visits will go out to it. Those that were closed stay closed.':
    'Saldrán llamadas sobre visitas nuevas. Las que se cerraron siguen cerradas.',
  'No call was waiting for it.': 'No había ninguna llamada a la espera.',
  'Its {n} waiting calls were closed.': {
    one: 'Se cerró su llamada a la espera.',
    other: 'Se cerraron sus {n} llamadas a la espera.',
  },
} as const satisfies Catalogue
