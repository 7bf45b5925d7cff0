import { aspect, type Lexicon } from './lexicon.ts'

export const english: Lexicon = {
  turns: /\b(but|however|although|though|except|unfortunately|only that|on the other hand)\b/,
  joints: /[,;:]| - | – | — |\b(and|plus|also)\b/,
  nothing:
    /^\W*((no|nope|nah|well|really|oh|honestly)\W+)*(nothing|none|no|nope|not really|i don'?t know|nothing at all|keep it up|keep doing that|nothing (comes to mind|really|to improve|to complain about)|no complaints?( at all)?|can'?t think of anything)(\W+(really|at all|else|thanks?|thank you|special))*\W*$/,
  cues: [
    { pattern: /\b(not|nothing|never) (too |so |at all )?bad\b/, weight: 0.5, isFixed: true },
    {
      pattern:
        /\b(can'?t|cannot|can not|couldn'?t|could not|nothing to|no) (complain|complaints?|fault)\b/,
      weight: 0.8,
      isFixed: true,
    },
    {
      pattern:
        /\b(couldn'?t|could not) (have been |be |ask for )?(any )?(nicer|better|happier|kinder|friendlier|more \w+)\b/,
      weight: 1,
      isFixed: true,
    },
    {
      pattern:
        /\b(as|what|matched) (they |you |i |we |the |it )?(was |were |had )?(been )?(quoted?|promised|agreed)\b/,
      weight: 0.6,
      isFixed: true,
    },
    {
      pattern:
        /\b(never (coming|going|come|go|again)|won'?t (be )?(com(e|ing)|go(ing)?) back|not (coming|going) back|last time|somewhere else|elsewhere)\b/,
      weight: -1,
      isFixed: true,
    },
    {
      pattern: /\b(no|without( any| a)?) (problems?|issues?|trouble|hassle|fuss)\b/,
      weight: 0.7,
      isFixed: true,
    },
    {
      pattern:
        /\b(nobody|no one|no-one|never|nothing|not once|didn'?t|did not) (\w+ )?(told|tell|call(ed)?|inform(ed)?|let me know|explain(ed)?|answer(ed)?|listen(ed)?|apologi[sz]ed?)\b/,
      weight: -0.8,
      isFixed: true,
    },
    {
      pattern:
        /\b(not|never|isn'?t|wasn'?t|aren'?t) (\w+ )?(fixed|repaired|ready|clean(ed)?|washed|on time|done|kept)\b/,
      weight: -0.8,
      isFixed: true,
    },
    {
      pattern: /\b(didn'?t|did not|haven'?t|have not) (fix|repair|wash|clean|keep|do)\b/,
      weight: -0.8,
      isFixed: true,
    },
    {
      pattern:
        /\b(waited|waiting|wait|took|sat)\b.*\b(hours?|ages|forever|long|all day|days?|weeks?|minutes)\b/,
      weight: -0.8,
      isFixed: true,
    },
    {
      pattern: /\b(hours?|days?|weeks?) (late|later than|longer than|of waiting)\b/,
      weight: -0.8,
      isFixed: true,
    },
    {
      pattern:
        /\b(two|three|four|second|third) times?\b|\btoo (long|slow|late|expensive|dear|much|few|little|small|hard)\b/,
      weight: -0.6,
      isFixed: true,
    },
    {
      pattern:
        /\b(more|dearer|higher|longer|later|slower) than (i |was |you |we )?(quoted|expected|said|promised|agreed|told|planned|thought)\b/,
      weight: -0.8,
      isFixed: true,
    },
    {
      pattern:
        /\b(could|should|might|would|needs? to|has to) (have |be |do )?(\w+ )?(quicker|faster|cheaper|cleaner|clearer|better|earlier|friendlier|improved?|more)\b/,
      weight: -0.5,
      isFixed: true,
    },
    {
      pattern:
        /\b(late|delay(ed|s)?|slow(ly)?|rude(ly)?|dirty|expensive|dear|pricey|overcharged|unfriendly|impolite|ignored|blamed|fault|useless|awful|disappoint\w*|worse|worst|wrong|broken|unhappy|angry|furious|annoy\w*|poor(ly)?|shame|dishonest|rip.?off|lied|careless|terribl[ey]|horribl[ey]|disgust\w+|shocking|appalling)\b/,
      weight: -0.6,
    },
    {
      pattern:
        /\b((?<!make it )quick(ly)?|fast|on time|in time|early|punctual|prompt(ly)?|same day|friendly|kind(ly)?|polite(ly)?|helpful|patient(ly)?|honest|professional|fair|cheap(er)?|reasonable|clear(ly)?|clean|spotless|easy|smooth(ly)?|explained|trust|recommend|happy|pleased|perfect(ly)?|excellent|well|good|great|nice|fine|lovely|brilliant|super|fantastic|wonderful|amazing|awesome|outstanding|delighted|spot on|thorough(ly)?|kept me (informed|updated|posted)|looked after)\b/,
      weight: 0.5,
    },
  ],
  aspects: [
    aspect('damage', /\b(scratch(es|ed)?|dent(s|ed)?|damage[ds]?|stain(s|ed)?|broke)\b/, 'bad'),
    aspect(
      'repeat problem',
      /\b(same|problem|noise|issue|light|fault|rattle|leak|warning)\b.*\b(again|back|still)\b|\bstill (has|have|makes?|making|there|broken|leaks?|leaking|not|does|rattles?)\b|\b(not|didn'?t|wasn'?t|never) (get |been )?fix(ed)?\b|\bhad to (come|bring it|go) back\b/,
      'bad',
    ),
    aspect('courtesy car', /\b(courtesy|loan(er)?|replacement|rental) (car|vehicle)\b|\bloaner\b/),
    aspect('waiting area', /\b(waiting (area|room)|lounge|coffee|wi-?fi|chairs?|seats)\b/),
    aspect('parking', /\bpark(ing)?\b/),
    aspect(
      'opening hours',
      /\b(opening (hours|times)|open (earlier|later|longer|on)|saturdays?|sundays?|clos(e|es|ed) (so |too )?early)\b/,
    ),
    aspect('same day', /\bsame (day|afternoon|morning)\b/, 'good'),
    aspect('car wash', /\b(wash(ed)?|clean(ed)?|spotless|dirty|vacuum(ed)?)\b/),
    aspect(
      'complaint handling',
      /\b(complain(t|ts|ed)? (about|was|were|to)|my (own )?fault|blamed|apologi[sz]ed?|talked down)\b/,
    ),
    aspect('booking', /\b(book(ed|ing)?|get(ting)? an appointment|online)\b/),
    aspect('appointment', /\bappointments?\b/),
    aspect('billing', /\b(invoice|bill|receipt)\b/),
    aspect(
      'price',
      /\b(pric(e|es|ed|ing|ey)|costs?|costly|expensive|dear(er)?|cheap(er)?|charge[ds]?|overcharged|fees?|quoted?|money|paid|rip.?off|value)\b/,
    ),
    aspect(
      'checkout',
      /\b(check ?out|pick(ed|ing)? ?(it |the car |my car )?up|pick-?up|hand ?over|queued?|collect(ed|ing)?|at the (desk|counter|till))\b/,
    ),
    aspect(
      'explanation',
      /\b(explain(ed|s|ing)?|explanations?|showed me|walked me through|understood)\b/,
    ),
    aspect(
      'communication',
      /\b(informed|updates?|updated|posted|let me know|communicat\w+|(nobody|no one|never|didn'?t|not once) (\w+ )?(told|tell|call(ed)?|text(ed)?)|(call|text|tell|phone|warn)(ed)? (me|us|people|customers|ahead|earlier)|told (me|us)|messages?|phone calls?)\b/,
    ),
    aspect(
      'waiting time',
      /\b(wait(ed|ing|s)?|late|delay(ed|s)?|slow(ly)?|took|forever|(?<!make it )quick(ly|er)?|fast(er)?|hours|punctual|prompt(ly)?|on time|in time|ready|early|time)\b/,
    ),
    aspect(
      'quality of work',
      /\b(repair(ed|s)?|fix(ed)?|(?<!at )work(ed|s)?|job|brakes?|engine|runs?|drives?|driving|inspection|tyres?|tires?|oil)\b/,
    ),
    aspect(
      'friendly team',
      /\b(staff|team|advis[eo]rs?|mechanics?|technicians?|receptionists?|guys?|lady|man|woman|treated|friendl\w+|polite(ly)?|kind(ly)?|rude(ly)?|unfriendly|helpful|(?<!are )welcom\w+|courteous|patient)\b/,
    ),
  ],
  wishes: [
    {
      tag: 'callback',
      pattern: /\b(call|ring|phone) me( back)?\b(?! (during|at work|again about))|\bcall back\b/,
    },
    {
      tag: 'opt-out',
      pattern: /\b(stop calling|don'?t call|do not call|no more calls|take me off)\b/,
    },
    {
      tag: 'contact preference',
      pattern: /\b(text|e-?mail|message|write to) me\b|\bby (text|e-?mail|message|post)\b/,
    },
  ],
}
