import type { Sentences } from '../translator.ts'

/** Why something that was asked for was not done. */
export const refusals: Sentences = {
  'Something went wrong on our side.': 'Algo ha fallado por nuestra parte.',
  'The database does not answer right now. Please try again in a moment.':
    'La base de datos no responde ahora mismo. Inténtelo de nuevo en un momento.',
  'This field is not known here.': 'Este campo no se conoce aquí.',
  'Please sign in first.': 'Inicie sesión primero.',
  'This key is not made for that: it needs the scope {scope}.':
    'Esta clave no sirve para eso: necesita el permiso {scope}.',
  'No key may do that, only people who are signed in.':
    'Ninguna clave puede hacer eso, solo quien haya iniciado sesión.',
  'This key is not valid, or no longer.': 'Esta clave no es válida o ya no lo es.',
  'This key was used too often. Try again in {n} seconds.':
    'Esta clave se ha usado demasiado. Inténtelo de nuevo en {n} segundos.',
  'Too many tries. Please wait {n} seconds.': 'Demasiados intentos. Espere {n} segundos.',
  'Too many subscriptions': 'Demasiadas suscripciones',
  'No more than {n} subscriptions can be open on one socket.':
    'No puede haber más de {n} suscripciones abiertas en una conexión.',
  'Send this over HTTP; the socket is for subscriptions.':
    'Envíe esto por HTTP; la conexión es para suscripciones.',
  'Sign in and out over HTTP, not over a socket.':
    'Inicie y cierre sesión por HTTP, no por una conexión abierta.',
  'Give a cursor as an earlier page of this same list carried it.':
    'Indique el cursor tal como venía en una página anterior de esta lista.',
  'Give a cursor as an earlier answer or message carried it.':
    'Indique el cursor tal como venía en una respuesta o mensaje anterior.',
  'The text holds a character that cannot be stored.':
    'El texto contiene un carácter que no se puede guardar.',
  'This is nested too deeply.': 'Esto está anidado con demasiada profundidad.',
  'Only pages of {address} may write here.': 'Solo las páginas de {address} pueden escribir aquí.',
  'Pages of other sites may not write here. Is this ours, under a name? Set PUBLIC_URL to its address.':
    'Las páginas de otros sitios no pueden escribir aquí. ¿Es nuestra, con otro nombre? Ponga su dirección en PUBLIC_URL.',
  'Send the body as application/json.': 'Envíe el cuerpo como application/json.',
  'Send the body as application/json, or a file to import as text/csv.':
    'Envíe el cuerpo como application/json, o un archivo para importar como text/csv.',
  'Send application/json, or the header x-ringback: 1.':
    'Envíe application/json o la cabecera x-ringback: 1.',
  'The body is too large.': 'El cuerpo es demasiado grande.',
  'The body is not valid JSON.': 'El cuerpo no es JSON válido.',
  'There is nothing to change.': 'No hay nada que cambiar.',
  'The call was changed meanwhile.': 'La llamada se cambió entretanto.',
  'The call is gone.': 'La llamada ya no existe.',
  'There is no call with this id.': 'No existe ninguna llamada con este identificador.',
  'This call was changed meanwhile. Look at its newest state and try again.':
    'Esta llamada se cambió entretanto. Mire su estado actual e inténtelo de nuevo.',
  'It could not be changed; try again.': 'No se ha podido cambiar; inténtelo de nuevo.',
  'Say in a few words what was mentioned.': 'Diga en pocas palabras qué se mencionó.',
  'Write at most {n} characters.': 'Escriba como máximo {n} caracteres.',
  'Give at most {n} mentions.': 'Indique como máximo {n} menciones.',
  'Give a time that is still to come.': 'Indique una hora que aún no haya pasado.',
  'Give a time within a year.': 'Indique un momento dentro de los próximos doce meses.',
  'Sample calls run on the simulator only.':
    'Las llamadas de ejemplo solo funcionan en el simulador.',
  'There are visits already. Sample data is for an empty start.':
    'Ya hay visitas. Los datos de ejemplo son para empezar desde cero.',
  'You have {n} saved views, and that is the most. Forget one of them first.':
    'Tiene {n} vistas guardadas, que es el máximo. Olvide antes una de ellas.',
  'Only people have views of their own.': 'Solo las personas tienen vistas propias.',
  'A call has at most {n} tags.': 'Una llamada tiene como máximo {n} etiquetas.',
  'Nobody knows whether it rang: decide on this call by itself.':
    'No se sabe si llegó a sonar: decida sobre esta llamada por separado.',
  'This call is not in doubt.': 'Esta llamada no está en duda.',
  'This call is on the line. Wait until it has ended.':
    'Esta llamada está en curso. Espere a que termine.',
  'There is nothing to take back.': 'No hay nada que deshacer.',
  'Somebody has changed this call since.': 'Alguien ha cambiado esta llamada desde entonces.',
  'Something has happened to this call since.': 'Algo ha pasado con esta llamada desde entonces.',
  'Choose a time within the next year.': 'Elija un momento dentro de los próximos doce meses.',
  'It is outside calling hours.': 'Está fuera del horario de llamadas.',
  'The schedule has no window in which to place this call.':
    'El horario no tiene ninguna franja en que hacer esta llamada.',
  'There is no service record with this id.':
    'No existe ningún registro de servicio con este identificador.',
  'This visit has a call of which nobody knows whether it rang; decide on that one first.':
    'Esta visita tiene una llamada de la que no se sabe si llegó a sonar; decida antes sobre esa.',
  'This visit has another call of which nobody knows whether it rang; decide on that one first.':
    'Esta visita tiene otra llamada de la que no se sabe si llegó a sonar; decida antes sobre esa.',
  'This visit has another open call.': 'Esta visita tiene otra llamada abierta.',
  'This visit has an open call.': 'Esta visita tiene una llamada abierta.',
  'This visit is asked about in an open call of the same customer.':
    'Por esta visita se pregunta en una llamada abierta del mismo cliente.',
  'There is a service record with the order number {order} already.':
    'Ya existe un registro de servicio con el número de orden {order}.',
  'The record is gone.': 'El registro ya no existe.',
  'A visit cannot have ended in the future.': 'Una visita no puede haber terminado en el futuro.',
  'There is no case with this id.': 'No existe ningún caso con este identificador.',
  'Nobody has this case by now.': 'Ahora este caso no lo lleva nadie.',
  '{name} has this case by now.': 'Ahora este caso lo lleva {name}.',
  '{name} has closed this case by now.': '{name} ya ha cerrado este caso.',
  'Nobody with this id works with calls here.':
    'Nadie con este identificador trabaja aquí con llamadas.',
  'There is no advisor with this id.': 'No existe ningún asesor con este identificador.',
  'There is no campaign with this id.': 'No existe ninguna campaña con este identificador.',
  'There is a campaign of this name already.': 'Ya existe una campaña con este nombre.',
  'A campaign ends after it starts.': 'Una campaña termina después de empezar.',
  'This campaign has calls. Pause it instead, so that their history stays.':
    'Esta campaña tiene llamadas. Póngala en pausa para conservar su historial.',
  'Somebody changed the schedule of this campaign meanwhile. Look at it and try again.':
    'Alguien cambió entretanto el horario de esta campaña. Mírelo e inténtelo de nuevo.',
  '{campaign} has ended. Give it a later last day first.':
    '{campaign} ha terminado. Dele antes un último día posterior.',
  'More than {n} visits ended then. Choose a shorter time.':
    'En ese tiempo terminaron más de {n} visitas. Elija un plazo más corto.',
  'Somebody saved another script meanwhile. Look at the newest one and try again.':
    'Alguien guardó otro guion entretanto. Mire el más reciente e inténtelo de nuevo.',
  'The entry is gone.': 'La entrada ya no existe.',
  'This number is not on the do-not-call list.': 'Este número no está en la lista de no llamar.',
  'A call with this customer is on the line. Wait until it has ended.':
    'Hay una llamada en curso con este cliente. Espere a que termine.',
  'There is no demo here.': 'Aquí no hay demo.',
  'There is no scenario with this id.': 'No existe ninguna situación con este identificador.',
  'This is not a demo call. Place it from its own page.':
    'No es una llamada de demo. Hágala desde su propia página.',
  'Demo calls run on the simulator only.': 'Las llamadas de demo solo funcionan en el simulador.',
  'This call goes on by itself; it was not made for the stage.':
    'Esta llamada sigue sola; no se hizo para el escenario.',
  'This call has no open line yet.': 'Esta llamada aún no tiene línea.',
  'Nobody answers this time.': 'Esta vez no contesta nadie.',
  'Nobody is on this line to talk to.': 'No hay nadie en esta línea con quien hablar.',
  'This conversation is over.': 'Esta conversación ha terminado.',
  'There is no member with this id.': 'No existe ningún miembro con este identificador.',
  'An organization keeps at least one owner. Name another one first.':
    'Una organización conserva al menos un propietario. Nombre antes a otro.',
  'An organization keeps at least one owner.': 'Una organización conserva al menos un propietario.',
  'Only people can invite people.': 'Solo las personas pueden invitar a personas.',
  'Somebody with this e-mail address belongs to the team already.':
    'Alguien con este correo ya es del equipo.',
  'There are {n} open invitations already. Take back one that is not used.':
    'Ya hay {n} invitaciones abiertas. Retire una que no se use.',
  'There is no open invitation with this id.':
    'No existe ninguna invitación abierta con este identificador.',
  'This invitation was used, taken back, or has run out.':
    'Esta invitación se usó, se retiró o ha caducado.',
  'This is not the password of the account with this e-mail address.':
    'No es la contraseña de la cuenta con este correo.',
  'There is an account with this e-mail address already. Sign in instead.':
    'Ya existe una cuenta con este correo. Inicie sesión.',
  'This e-mail address and password do not match.': 'El correo y la contraseña no coinciden.',
  'Choose another password.': 'Elija otra contraseña.',
  'Organizations are set up already. Ask for an invitation.':
    'Ya hay organizaciones creadas. Pida una invitación.',
  'Open the link that the server printed when it started.':
    'Abra el enlace que el servidor mostró al arrancar.',
  'There is no such organization of yours.': 'No tiene ninguna organización así.',
  'There is no such organization.': 'No existe esa organización.',
  'This organization does not exist.': 'Esta organización no existe.',
  'Keys have no sessions.': 'Las claves no tienen sesiones.',
  'There is no open session with this id.':
    'No existe ninguna sesión abierta con este identificador.',
  'This is not your current password.': 'No es su contraseña actual.',
  'There are {n} keys already. Revoke one that is not used.':
    'Ya hay {n} claves. Revoque una que no se use.',
  'There is no key with this id.': 'No existe ninguna clave con este identificador.',
  'An organization has at most {n} webhooks.': 'Una organización tiene como máximo {n} webhooks.',
  'There is no webhook with this id.': 'No existe ningún webhook con este identificador.',
  'Give an address that begins with https://.': 'Indique una dirección que empiece por https://.',
  'Give the public name of a server: nothing is sent into private networks.':
    'Indique el nombre público de un servidor: no se envía nada a redes privadas.',
  'This webhook is disabled. Enable it first.': 'Este webhook está desactivado. Actívelo primero.',
  'There is no message with this id.': 'No existe ningún mensaje con este identificador.',
  'This message is on its way already.': 'Este mensaje ya va de camino.',
  'There is no import with this id.': 'No existe ninguna importación con este identificador.',
  'This import has been undone already.': 'Esta importación ya se ha deshecho.',
  'This import was undone meanwhile.': 'Esta importación se deshizo entretanto.',
  'This import is still running. Stop it first.':
    'Esta importación sigue en marcha. Deténgala primero.',
  'This import is too long ago to be undone.':
    'Esta importación es demasiado antigua para deshacerla.',
  'No holidays are known for country "{country}"':
    'No se conocen festivos para el país «{country}»',
}

const statuses = {
  ready: 'pendiente',
  placing: 'que se está marcando',
  ringing: 'que está sonando',
  'in progress': 'en curso',
  completed: 'completada',
  missed: 'perdida',
  failed: 'fallida',
  unknown: 'en duda',
  canceled: 'cancelada',
}

const refused = {
  'cannot be placed': 'no se puede hacer',
  'cannot start to ring': 'no puede empezar a sonar',
  'cannot be answered': 'no se puede contestar',
  'has no attempt to end': 'no tiene ningún intento que terminar',
  'has no open line to lose': 'no tiene ninguna línea abierta que perder',
  'has no attempt to withdraw': 'no tiene ningún intento que retirar',
  'is not in doubt': 'no está en duda',
  'cannot be moved to a later time': 'no se puede pasar a más tarde',
  'cannot be planned anew': 'no se puede volver a planificar',
  'cannot be held': 'no se puede retener',
  'cannot be released': 'no se puede liberar',
  'cannot be rescheduled': 'no se puede reprogramar',
  'cannot be retried': 'no se puede reintentar',
  'cannot expire': 'no puede caducar',
  'cannot be closed by an opt-out': 'no se puede cerrar por una petición de no llamar',
  'cannot be covered by another call': 'no se puede cubrir con otra llamada',
  'cannot be canceled': 'no se puede cancelar',
  'cannot go back to what it was': 'no puede volver a lo que era',
}

/** "A call that is completed cannot be retried.", of each status and each wish. */
export const transitions: Sentences = Object.fromEntries(
  Object.entries(refused).flatMap(([cannot, noPuede]) => [
    [`A call without a next attempt ${cannot}.`, `Una llamada sin próximo intento ${noPuede}.`],
    ...Object.entries(statuses).map(([status, estado]) => [
      `A call that is ${status} ${cannot}.`,
      `Una llamada ${estado} ${noPuede}.`,
    ]),
  ]),
)
