import type { ConversationLanguage } from './conversation-language.ts'

/**
 * How people say things in one language. The patterns read text that `plainWords` has prepared:
 * small letters without accents, apostrophes or punctuation.
 */
export type SpokenWords = {
  /** "No problem" and the like, in which a no means yes. */
  assent: RegExp
  /** "I am fine" and the like, which is no answer. */
  neither: RegExp
  yes: RegExp
  no: RegExp
  /** No more calls, said so that nothing else can be meant. */
  optOut: RegExp
  /** No more calls, unless it answers the question whether we may call back. */
  likelyOptOut: RegExp
  /** The same words in a story of others: "they never call me", "do not call me back". */
  noOptOut: RegExp
  noRecording: RegExp
  notNow: RegExp
  /** "Not interested": wants to be let go, and may be called about another visit. */
  declines: RegExp
  /** "Wrong number": whoever this is must not be called again. */
  wrongNumber: RegExp
  /** A whole answer that asks who is there, or what was said. */
  again: RegExp
  /** How to ask for this language, in any language. */
  thisLanguage: RegExp
  numbers: Readonly<Record<string, number>>
  /** Numbers that are also common words, and count only where no other is said. */
  weakNumbers: ReadonlySet<string>
  /** "9 out of 10": what follows names the scale. */
  outOfTen: RegExp
  /** "From 0 to 10": the scale repeated. */
  scale: RegExp
  or: string
  /** In the transcript, for keys. */
  pressed: (keys: string) => string
  hints: { yesNo: string[]; numbers: string[]; optOut: string[]; language: string }
}

const english: SpokenWords = {
  assent:
    /\b(no (problem|worries|objections?)|(i )?(dont|do not|wouldnt) mind|why not|not a problem)\b/g,
  neither: /\b(im|i am) (good|fine|ok|okay)\b(?! with)/g,
  yes: /\b(yes|yeah|yep|yup|ya|sure|ok|okay|alright|all right|fine|go ahead|of course|certainly|absolutely|definitely|please do|i agree|you (may|can)|correct)\b/,
  no: /\b(no|nope|nah|not|dont|do not|never|rather not|i disagree|refuse)\b/,
  optOut:
    /^(please )?(stop|stop it|stop this|stop please|unsubscribe|cancel)( now| please)?$|\b((stop|quit) (calling|phoning|ringing|contacting|bothering|harassing)|no more (phone )?calls|(take|remove|delete|strike) (me|us|my (phone )?number|this number|my name) (off|from|out)|remove (me|my number)|delete my number|unsubscribe|opt(ed)? (me )?out|(do not|dont|never)( you)?( dare)?( ever)? (call|phone|ring|contact)( (me|us|here|this number))?( ever)? (again|any ?more|any longer)|(do not|dont) (call|phone|ring) (this number|here)|leave me alone|lose my number|(on|to) (the|your) do not call list)\b/,
  likelyOptOut:
    /\b(do not|dont|never)( ever)? (call|phone|ring|contact) (me|us)\b|\b(do not|dont) (call|phone|ring)( back)?$|\b(dont|do not) want (any |more |these |your |such |to get |to receive )*(phone )?calls\b|\b(dont|do not) want (you )?to (be called|call me)\b/,
  noOptOut:
    /\b(they|you|we|he|she|nobody|people|who|guys|workshop)( just| simply| really)? (do not|dont|never)( ever)? (call|phone|ring|contact)\b|\b(do not|dont|never) (call|phone|ring|contact) (me|us) back\b/g,
  noRecording:
    /\b(no|without|against) ((the|a|any|being) )?(recording|recorded)\b|\b(stop|dont|do not|(?<!did )not|never)( (the|a|any|be|being|you|want|to|this|it|me|my|voice|call))* (record|recording|recorded)\b/,
  notNow:
    /\b((call|phone|ring)( me| us)?( back)? (later|tomorrow|another time|tonight|next week|in an hour)|not a good time|bad time|another time|not (right )?now|(im|i am)( a (bit|little))? (driving|busy|working|at work|in a meeting|on the road|in the car)|(no|dont have|do not have|havent)( the| any| got)* time)\b/,
  declines:
    /\b(not interested|no interest|(dont|do not) want to (participate|take part|answer|talk|do (this|that|it|a survey|any survey))|no (more )?surveys?|go away|good ?bye|bye)\b/,
  wrongNumber:
    /\b(wrong (number|person)|(nobody|no one|no such person)( here)? (by|with|of) that name|(does not|doesnt) live here|not my (car|vehicle))\b/,
  again:
    /^(((yes|ok|oh) )?(hello|hi|hey)( (hello|yes|there))?( who (is|are) (this|you))?|speaking|(yes |sorry |and )?((who is|whos) (this|calling|there|speaking)|who are you)|what|what is this( about)?|sorry|pardon( me)?|excuse me|((can|could) you |please |sorry )*(repeat|say) (that|it|the question)?( again)?|come again|say again|i (did not|didnt) (hear|understand|catch|get) ?(that|you|it|the question)?)( please)?$/,
  thisLanguage:
    /^(in )?(english|ingles)( please| por favor)?$|\b(speak|continue in|hablo|en) (english|ingles)\b/,
  numbers: {
    zero: 0,
    nil: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
  },
  weakNumbers: new Set(['one']),
  outOfTen: /\b(out of|of|over|on) (a )?(ten|10)\b/g,
  scale: /\b(from )?(zero|0|one|1) to (ten|10)\b/g,
  or: 'or',
  pressed: (keys) => `(pressed ${keys})`,
  hints: {
    yesNo: ['yes', 'no', 'yes please', 'no thanks', 'okay'],
    numbers: [
      ...['zero', 'one', 'two', 'three', 'four', 'five'],
      ...['six', 'seven', 'eight', 'nine', 'ten'],
    ],
    optOut: ['stop calling', 'stop', 'do not call me again', 'call me later'],
    language: 'English',
  },
}

const spanish: SpokenWords = {
  assent:
    /\b(no (hay|tengo|es)( ningun)? (problema|inconveniente)|no me (importa|molesta)|por que no|como no)\b/g,
  neither: /\bestoy bien\b/g,
  yes: /\b(si|claro|vale|ok|okey|okay|dale|adelante|por supuesto|desde luego|de acuerdo|esta bien|esta bueno|correcto|perfecto|acepto|puede|pueden)\b/,
  no: /\b(no|nunca|jamas|tampoco|prefiero que no|rechazo|nada)\b/,
  optOut:
    /^(por favor )?(basta|pare|paren|para ya|stop|alto|baja)( ya| por favor)?$|\b(dej(e|en|a) de (llamar|molestar|contactar)(me|nos)?|no (me |nos )?(llam(e|en|es)|contact(e|en|es)|molest(e|en|es)) (nunca )?(mas|otra vez|de nuevo|jamas)|no (me |nos )?(vuelv(a|an|as)) a (llamar|contactar|molestar)(me|nos)?|(ya )?no quiero (mas|recibir|que me llam(e|en))|no mas llamadas|nunca mas (me )?llam(e|en)|(quit|borr|elimin|saqu|sac)(e|en|a)(me|nos)|(quit|borr|elimin|saqu)(e|en|a) mi numero|(dar|den|de)(me)? de baja|dejeme en paz|dejenme en paz|no (me |nos )molest(e|en|es))\b/,
  likelyOptOut: /\bno (me|nos) (llam(e|en|es)|contact(e|en|es))\b|\bno (llame|llamen)$/,
  noOptOut: /\bno (me|nos) (llam(e|en|es)) (de vuelta|para atras)\b/g,
  noRecording:
    /\b(no (me |se |lo )?grab(e|en|es|ar)|sin (grabar|grabacion)|(dej|par)(e|en|a) de grabar|no quiero (que (me |se )?(grab(e|en))|ser grabad(o|a)|grabacion))\b/,
  notNow:
    /\b(llam(e|en|a|ame|eme|enme)( me)?( (de nuevo|otra vez))? (mas tarde|luego|despues|manana|en otro momento|otro dia)|no es (un )?buen momento|mal momento|en otro momento|mas tarde|ahora no( puedo)?|estoy (manejando|conduciendo|ocupad[oa]|trabajando|en (el trabajo|una reunion|una junta))|no tengo tiempo)\b/,
  declines:
    /\b(no me interesa|no (estoy|me encuentro) interesad[oa]|no quiero (participar|contestar|responder|hablar|encuestas?)|no (mas )?encuestas|adios|chao|hasta luego)\b/,
  wrongNumber:
    /\b((numero|persona) equivocad[oa]|se (ha )?equivoc(o|ado)|esta equivocad[oa]|(aqui )?no vive (aqui|nadie)|no es mi (coche|carro|auto|vehiculo))\b/,
  again:
    /^(((si|ah) )?(hola|alo|bueno|diga|digame|mande)( (hola|si|diga|digame))?( quien (es|habla))?|(si |perdon |y )?(quien (es|habla|llama)|con quien hablo|de parte de quien)|que|como|perdon|disculpe|((puede|podria) |por favor |perdon )*(repetir|repita)(lo|melo|me)?( la pregunta)?|otra vez|no (le |te |lo )?(oi|entendi|escuche)( bien)?)( por favor)?$/,
  thisLanguage:
    /^(en )?(espanol|spanish|castellano)( por favor| please)?$|\b(hablo|hablar|seguir|en|speak|in) (espanol|spanish|castellano)\b/,
  numbers: {
    cero: 0,
    uno: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
  },
  weakNumbers: new Set(['uno']),
  outOfTen: /\b(de|sobre) (diez|10)\b/g,
  scale: /\b(de(l)? )?(cero|0|uno|1) al? (diez|10)\b/g,
  or: 'o',
  pressed: (keys) => `(marcó ${keys})`,
  hints: {
    yesNo: ['sí', 'no', 'claro', 'no gracias', 'de acuerdo'],
    numbers: [
      ...['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco'],
      ...['seis', 'siete', 'ocho', 'nueve', 'diez'],
    ],
    optOut: ['no me llamen más', 'basta', 'llámeme más tarde'],
    language: 'español',
  },
}

export const spokenWords: Record<ConversationLanguage, SpokenWords> = { en: english, es: spanish }

/** Small letters without accents, apostrophes or punctuation: "¡Don't, José!" is "dont jose". */
export const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’`´]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
