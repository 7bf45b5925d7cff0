import { type Conversation, conversationSchema } from './conversation.ts'
import enAppointmentNotKept from './conversations/en-appointment-not-kept.json' with {
  type: 'json',
}
import enCallbackProblemBack from './conversations/en-callback-problem-back.json' with {
  type: 'json',
}
import enCourtesyCar from './conversations/en-courtesy-car.json' with { type: 'json' }
import enDearerThanQuoted from './conversations/en-dearer-than-quoted.json' with { type: 'json' }
import enDelightedSameDay from './conversations/en-delighted-same-day.json' with { type: 'json' }
import enFirstVisitTrust from './conversations/en-first-visit-trust.json' with { type: 'json' }
import enFuriousScratch from './conversations/en-furious-scratch.json' with { type: 'json' }
import enKeptInformed from './conversations/en-kept-informed.json' with { type: 'json' }
import enOptOut from './conversations/en-opt-out.json' with { type: 'json' }
import enSlowCheckout from './conversations/en-slow-checkout.json' with { type: 'json' }
import esCitaLejana from './conversations/es-cita-lejana.json' with { type: 'json' }
import esRetrasoSinAviso from './conversations/es-retraso-sin-aviso.json' with { type: 'json' }
import esTratoAmable from './conversations/es-trato-amable.json' with { type: 'json' }

/** Every conversation that the simulator can play, in a fixed order. */
export const conversations: readonly Conversation[] = [
  enAppointmentNotKept,
  enCallbackProblemBack,
  enCourtesyCar,
  enDearerThanQuoted,
  enDelightedSameDay,
  enFirstVisitTrust,
  enFuriousScratch,
  enKeptInformed,
  enOptOut,
  enSlowCheckout,
  esCitaLejana,
  esRetrasoSinAviso,
  esTratoAmable,
].map((conversation) => conversationSchema.parse(conversation))
