/** Single words and lengths of time, which stand for the names in braces of longer sentences. */
export const wordSentences: Readonly<Record<string, string>> = {
  Monday: 'lunes',
  Tuesday: 'martes',
  Wednesday: 'miércoles',
  Thursday: 'jueves',
  Friday: 'viernes',
  Saturday: 'sábado',
  Sunday: 'domingo',
  '1 day': '1 día',
  '{n} days': '{n} días',
}
