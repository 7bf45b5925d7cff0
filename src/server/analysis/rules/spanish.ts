import { aspect, type Lexicon } from './lexicon.ts'

export const spanish: Lexicon = {
  turns: /\b(pero|aunque|sin embargo|salvo|excepto|lastima que|lo unico|en cambio)\b/,
  joints: /[,;:]| - | – | — |\b(y|ademas|tambien)\b/,
  nothing:
    /^\W*((no|pues|bueno|la verdad|de verdad)\W+)*(nada|ninguna( cosa)?|no|no se|nada de nada|nada que (mejorar|decir)|ninguna queja|no se me ocurre nada)(\W+(mas|en especial|gracias|la verdad|por ahora))*\W*$/,
  cues: [
    { pattern: /\b(no (esta|estuvo|fue|es) (nada )?mal|nada mal)\b/, weight: 0.5, isFixed: true },
    {
      pattern:
        /\b(no (me )?puedo quejar(me)?|(sin|ninguna) quejas?|no tengo (ninguna )?quejas?|nada que reprochar)\b/,
      weight: 0.8,
      isFixed: true,
    },
    {
      pattern:
        /\b(sin|ningun) (problemas?|inconvenientes?|esperas?)\b|\bno (hubo|tuve) (ningun )?(problemas?|inconvenientes?)\b/,
      weight: 0.7,
      isFixed: true,
    },
    {
      pattern: /\bno (podria|pudo|podian?) (ser|estar|haber sido) mejor\b|\binmejorable\b/,
      weight: 1,
      isFixed: true,
    },
    {
      pattern:
        /\b((no|nunca|jamas) (pienso |voy a )?(volver(e)?|vuelvo|regresar(e)?|regreso)|ultima vez|otro taller)\b/,
      weight: -1,
      isFixed: true,
    },
    {
      pattern:
        /\b(nadie|nunca|no) (me )?(aviso|avisaron|avisa|llamo|llamaron|informo|informaron|dijo|dijeron|explico|explicaron|atendio|atendieron|contesto|contestaron)\b|\bsin avisar(me)?\b|\bsin (ningun )?aviso\b/,
      weight: -0.8,
      isFixed: true,
    },
    {
      pattern:
        /\bno (\w+ )?(estaba|estuvo|quedo|lo (lavaron|arreglaron)|(me )?(lavaron|arreglaron|repararon|cumplieron))\b/,
      weight: -0.8,
      isFixed: true,
    },
    {
      pattern:
        /\b(espere|esperar|esperando|tard\w+)\b.*\b(horas?|dias?|semanas?|siglos|mucho|demasiado|mas de)\b/,
      weight: -0.8,
      isFixed: true,
    },
    {
      pattern:
        /\b(horas?|dias?) (de retraso|tarde|de espera|mas tarde)\b|\bdemasiad[oa]s?\b|\bmas (car[oa]|tarde|lento) (de|que)\b/,
      weight: -0.7,
      isFixed: true,
    },
    {
      pattern: /\b(podria|deberia|podrian|deberian|falta|faltan|hace falta)\b/,
      weight: -0.5,
      isFixed: true,
    },
    {
      pattern:
        /\b(mal|mal[oa]s?|peor|pesim[oa]|horrible|terrible|fatal|tarde|retraso|retrasaron|lent[oa]s?|car[oa]s?|suci[oa]s?|groser[oa]s?|maleducad[oa]s?|antipatic[oa]s?|decepcion\w*|enfadad[oa]|molest[oa]|enojad[oa]|culpa|averiad[oa]|rot[oa]|problemas?|verguenza|desastre|enganaron|cobraron de mas)\b/,
      weight: -0.6,
    },
    {
      pattern:
        /\b(bien|buen|buen[oa]s?|mejor|excelente|genial|perfect[oa](mente)?|estupend[oa]|fenomenal|amables?|simpatic[oa]s?|atent[oa]s?|educad[oa]s?|rapid[oa](mente)?|puntual(es)?|a tiempo|antes de lo previsto|limpi[oa]|just[oa]|barat[oa]|razonable|clar[oa]|facil|profesional(es)?|honest[oa]s?|content[oa]|satisfech[oa]|encantad[oa]|encanto|recomiendo|gracias|confianza|explicaron todo|me explic\w+|impecable)\b/,
      weight: 0.5,
    },
  ],
  aspects: [
    aspect(
      'damage',
      /\b(ray(on|ones|ado|aron|a)|aranazos?|golpe|abollad\w+|dan[oa]d\w*|mancha(s|do)?)\b/,
      'bad',
    ),
    aspect(
      'repeat problem',
      /\b(mismo|problema|ruido|fallo|luz|averia|fuga)\b.*\b(otra vez|de nuevo|sigue|volvio|todavia)\b|\b(sigue|todavia) (\w+ )?(haciendo|igual|roto|fallando|sonando|el|la)\b|\bno (lo )?(arreglaron|repararon|solucionaron)\b/,
      'bad',
    ),
    aspect(
      'courtesy car',
      /\b(coche|auto|carro|vehiculo) de (cortesia|sustitucion|reemplazo|prestamo)\b/,
    ),
    aspect('waiting area', /\b(sala de espera|cafe|wi-?fi|sillas?)\b/),
    aspect('parking', /\b(aparca\w+|estacionamiento|parking|estacionar)\b/),
    aspect(
      'opening hours',
      /\b(horarios?|abr(ir|en|an) (antes|mas|los)|sabados?|domingos?|cierran)\b/,
    ),
    aspect('same day', /\b(el|en el) mismo dia\b|\bla misma (tarde|manana)\b/, 'good'),
    aspect('car wash', /\b(lav(ado|aron|ar)|limpi[oa]|limpiaron|suci[oa]|aspira\w+)\b/),
    aspect('complaint handling', /\b(mi culpa|culpa (mia|suya)|reclam\w+|me queje|disculpas?)\b/),
    aspect('appointment', /\b(citas?|turno)\b/),
    aspect('billing', /\b(factura|recibo)\b/),
    aspect(
      'price',
      /\b(precios?|cost(o|e|aba|es)|car[oa]s?|barat[oa]|cobr\w+|presupuesto|dinero|pag(ar|ue|o|aba)|tarifa)\b/,
    ),
    aspect('checkout', /\b(recog(er|i|ida)|entrega(ron)?|caja|mostrador|cola|fila)\b/),
    aspect('explanation', /\b(explic\w+|ensenaron|mostraron)\b/),
    aspect(
      'communication',
      /\b(avis\w+|inform\w+|comunicacion|llam(o|aron|ado|ada|en)|mensajes?|contest\w+)\b/,
    ),
    aspect(
      'waiting time',
      /\b(esper\w+|tard\w+|tarde|retras\w+|lent[oa]s?|rapid\w+|puntual\w*|a tiempo|horas?|antes de lo previsto|list[oa])\b/,
    ),
    aspect(
      'quality of work',
      /\b(arregl\w+|repar\w+|(el|un|buen|su) trabajo|frenos?|motor|funciona\w*|revision|neumaticos?|llantas?|aceite)\b/,
    ),
    aspect(
      'friendly team',
      /\b(personal|equipo|asesor\w*|mecanic[oa]s?|recepcionista|gente|todos|chic[oa]|senor(a|es)?|trato|trataron|atencion|atend\w+|atiend\w+|amab\w+|simpatic[oa]s?|educad[oa]s?|atent[oa]s?|groser[oa]s?|maleducad[oa]s?|antipatic[oa]s?)\b/,
    ),
  ],
  wishes: [
    {
      tag: 'callback',
      pattern: /\b(llame(n)?me|me (llame|llamen|devuelvan la llamada)|que me llamen)\b/,
    },
    {
      tag: 'opt-out',
      pattern: /\b(no me llamen|no me llame|dejen de llamar(me)?|no quiero mas llamadas)\b/,
    },
    {
      tag: 'contact preference',
      pattern: /\b(por (mensaje|correo|escrito|whatsapp)|un (mensaje|correo))\b/,
    },
  ],
}
