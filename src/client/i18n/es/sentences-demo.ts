import type { Sentences } from '../translator.ts'

/** What a demo call can be made to do. */
export const demo: Sentences = {
  'Delighted customer': 'Cliente encantado',
  'Answers at once, praises the same-day repair and gives a 10.':
    'Contesta enseguida, elogia la reparación en el día y da un 10.',
  'Praises the same-day repair and gives a 10.': 'Elogia la reparación en el día y da un 10.',
  'Satisfied, but the bill was a surprise': 'Satisfecho, pero la factura le sorprendió',
  'Content with the work and the team, not with the price. Gives a 7.':
    'Contento con el trabajo y el equipo, no con el precio. Da un 7.',
  'Wants to be called back': 'Quiere que le devuelvan la llamada',
  'The problem returned after two days. Gives a 3 and asks for a person.':
    'El problema volvió a los dos días. Da un 3 y pide hablar con una persona.',
  'Furious customer': 'Cliente furioso',
  'Found a scratch on the door and was blamed for it. Gives a 0.':
    'Encontró un arañazo en la puerta y le culparon de él. Da un 0.',
  'Found a scratch, was blamed for it, and gives a 0.':
    'Encontró un arañazo, le culparon de él y da un 0.',
  'Happy customer in Spanish': 'Cliente contento en español',
  'The same call in Spanish: kind service, a clean car, a 9.':
    'La misma llamada en español: trato amable, coche limpio, un 9.',
  'The same call in Spanish: kind service, and a 9.':
    'La misma llamada en español: trato amable y un 9.',
  'Upset customer in Spanish': 'Cliente molesto en español',
  'Four days without a word and a bill nobody explained. Gives a 1.':
    'Cuatro días sin noticias y una factura que nadie explicó. Da un 1.',
  'Asks for no more calls': 'Pide no recibir más llamadas',
  'Answers, then asks to be taken off the list. The wish is kept at once.':
    'Contesta y pide que le quiten de la lista. Se cumple de inmediato.',
  'Asks not to be called again. On the stage, nobody goes onto the do-not-call list.':
    'Pide que no le llamen más. En el escenario, nadie entra en la lista de no llamar.',
  'Nobody answers': 'No contesta nadie',
  'Rings until it gives up. The call shows under Missed Calls.':
    'Suena hasta que se agota la espera. La llamada aparece en «Llamadas perdidas».',
  'The line is busy': 'La línea está ocupada',
  'The customer is talking to somebody else.': 'El cliente está hablando con otra persona.',
  Voicemail: 'Buzón de voz',
  'A machine picks up and no message is left.': 'Contesta una máquina y no se deja mensaje.',
  'Missed, then reached': 'Perdida y luego contestada',
  'Nobody answers at first. The second try reaches a happy customer.':
    'Al principio no contesta nadie. El segundo intento da con un cliente contento.',
  'Answer it yourself': 'Contéstela usted',
  'You or a guest are the customer. The script of real calls runs, word for word.':
    'Usted o un invitado es el cliente. Se sigue, palabra por palabra, el guion de las llamadas reales.',
}
