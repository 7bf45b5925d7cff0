import type { Sentences } from '../translator.ts'

/** What is wrong with a file of visits, or keeps an import from being undone. */
export const imports: Sentences = {
  'The name holds characters that cannot be shown.':
    'El nombre contiene caracteres que no se pueden mostrar.',
  'The file is empty.': 'El archivo está vacío.',
  'The file is too large.': 'El archivo es demasiado grande.',
  'This is not a CSV file. Open it in its program and save it as CSV.':
    'No es un archivo CSV. Ábralo en su programa y guárdelo como CSV.',
  'Give the country as two letters, for example DE.':
    'Indique el país con dos letras, por ejemplo DE.',
  'Give the encoding by its name, for example windows-1252.':
    'Indique la codificación por su nombre, por ejemplo windows-1252.',
  'Give the mark of the first line as 16 hexadecimal digits.':
    'Indique la marca de la primera línea con 16 dígitos hexadecimales.',
  'The first row must hold the headings of the columns.':
    'La primera fila debe contener los títulos de las columnas.',
  'The date {date} can be read in two ways. Say month_first or day_first.':
    'La fecha {date} se puede leer de dos maneras. Diga month_first o day_first.',
  'The end of the visit may be in "{date}" and "{time}". Say completedAt and completedAtTime.':
    'El fin de la visita puede estar en «{date}» y «{time}». Indique completedAt y completedAtTime.',
  'There is no field "{field}"; use one of {fields}.':
    'No existe el campo «{field}»; use uno de {fields}.',
  'Name each of these fields once at most: {fields}.':
    'Nombre cada uno de estos campos una vez como máximo: {fields}.',
  'The file has no column "{column}".': 'El archivo no tiene la columna «{column}».',
  'The file has no column for {what}.': 'El archivo no tiene columna para {what}.',
  'the order number, for example "RO #"': 'el número de orden, por ejemplo «RO #»',
  'the customer’s name, for example "Customer Name"':
    'el nombre del cliente, por ejemplo «Customer Name»',
  'the phone number, for example "Mobile Phone"': 'el teléfono, por ejemplo «Mobile Phone»',
  'the end of the visit, for example "Closed"': 'el fin de la visita, por ejemplo «Closed»',
  'A quotation mark is opened on this line and never closed.':
    'En esta línea se abren unas comillas que no se cierran.',
  'The first line has more than 500 headings or 100,000 characters. Keep the columns that tell of the visits, 500 at most.':
    'La primera línea tiene más de 500 títulos o de 100 000 caracteres. Conserve las columnas que hablan de las visitas, 500 como máximo.',
  'The file has more than 50,000 rows. Split it into files of 50,000 at most.':
    'El archivo tiene más de 50 000 filas. Divídalo en archivos de 50 000 como máximo.',
  'The line has more than 100,000 characters. Begin a new line where the next visit begins.':
    'La línea tiene más de 100 000 caracteres. Empiece una línea nueva donde empieza la visita siguiente.',
  'Write it like 11/20/2026 05:30 PM or 2026-11-20T17:30:00-05:00.':
    'Escríbala como 11/20/2026 05:30 PM o 2026-11-20T17:30:00-05:00.',
  'The year may stand first or last here. Write it with four digits.':
    'El año puede estar aquí al principio o al final. Escríbalo con cuatro cifras.',
  'The weekday is not that of the date.': 'El día de la semana no es el de la fecha.',
  'This is not a date with a time.': 'No es una fecha con hora.',
  'This is not a time of day. Write it like 05:30 PM or 17:30.':
    'No es una hora del día. Escríbala como 05:30 PM o 17:30.',
  'There is no such date: no month {month}.': 'No existe esa fecha: no hay mes {month}.',
  'There is no such date: no day {day} in {month}/{year}.':
    'No existe esa fecha: no hay día {day} en {month}/{year}.',
  'There is no such date.': 'No existe esa fecha.',
  'There is no such time of day.': 'No existe esa hora.',
  'The year {year} cannot be right.': 'El año {year} no puede ser correcto.',
  'This lies more than two years ahead. Look at the year.':
    'Faltan más de dos años para esto. Revise el año.',
  'The order number is missing.': 'Falta el número de orden.',
  'Order {order} appears already on line {line}.':
    'La orden {order} ya aparece en la línea {line}.',
  'The customer’s name is missing.': 'Falta el nombre del cliente.',
  'Write the year like 2022.': 'Escriba el año como 2022.',
  'The end of the visit is missing. Import the visit once it is closed.':
    'Falta el fin de la visita. Impórtela cuando esté cerrada.',
  'This lies in the future. Import the visit once it is closed.':
    'Está en el futuro. Importe la visita cuando esté cerrada.',
  'The service advisor is missing.': 'Falta el asesor de servicio.',
  'The line is cut short: it has {n} of {total} columns.':
    'La línea está cortada: tiene {n} de {total} columnas.',
  'The line has {n} columns where the header has {total}.':
    'La línea tiene {n} columnas y el encabezado {total}.',
  'Put quotation marks around a value that holds the separator.':
    'Ponga comillas en el valor que contenga el separador.',
  'The value runs over several lines. Write it on one line.':
    'El valor ocupa varias líneas. Escríbalo en una.',
  'The value holds characters that cannot be shown. Save the file as UTF-8 text.':
    'El valor contiene caracteres que no se pueden mostrar. Guarde el archivo como texto UTF-8.',
  'A letter was lost when the file was saved. Save it as UTF-8.':
    'Se perdió una letra al guardar el archivo. Guárdelo como UTF-8.',
  'A value that starts with {sign} looks like a spreadsheet formula. Write it as plain text.':
    'Un valor que empieza por {sign} parece una fórmula de hoja de cálculo. Escríbalo como texto normal.',
  'The value holds < or >, like program text. Write it as plain text.':
    'El valor contiene < o >, como el texto de un programa. Escríbalo como texto normal.',
  'The value is longer than {n} characters.': 'El valor supera los {n} caracteres.',
  'Write it like (212) 555-0123 or +1 212 555 0123.':
    'Escríbalo como (212) 555-0123 o +1 212 555 0123.',
  'The phone number is missing.': 'Falta el teléfono.',
  'A spreadsheet has rounded this number. Format the column as text and export again.':
    'Una hoja de cálculo ha redondeado este número. Dé formato de texto a la columna y exporte de nuevo.',
  'This is not a phone number.': 'No es un teléfono.',
  'The number has an extension ({ext}), which cannot be dialed. Give a direct number.':
    'El número tiene una extensión ({ext}), que no se puede marcar. Indique un número directo.',
  'All digits are the same; nobody has this number.':
    'Todas las cifras son iguales; nadie tiene este número.',
  'There is no area code {code}.': 'No existe el prefijo {code}.',
  'No number goes on with {digits} after its area code.':
    'Ningún número sigue con {digits} tras su prefijo.',
  'A number of +{code} does not have {n} digits.': 'Un número de +{code} no tiene {n} cifras.',
  'The area code is missing.': 'Falta el prefijo.',
  'The number has too few digits: {n} where 10 are needed.':
    'El número tiene pocas cifras: {n}, y hacen falta 10.',
  'The number has too many digits: {n} where 10 are needed.':
    'El número tiene demasiadas cifras: {n}, y hacen falta 10.',
  'It was changed since.': 'Se cambió después.',
  'Its call was placed or worked on.': 'Su llamada ya se hizo o se trabajó.',
  'It has a call that the import did not make.': 'Tiene una llamada que no creó la importación.',
  'Its call also asks about a visit that stays.':
    'Su llamada pregunta también por una visita que se queda.',
  'It was asked about in the call of another visit.':
    'Se preguntó por ella en la llamada de otra visita.',
  'It was taken into a call, or got one of its own, when it changed.':
    'Pasó a una llamada, o recibió una propia, al cambiar.',
}
