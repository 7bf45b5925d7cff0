import type { Catalogue } from '../translator.ts'

export const importing = {
  'Import service visits': 'Importar visitas de servicio',
  'Import of “{file}”': 'Importación de «{file}»',
  'Import of “{file}” undone': 'Importación de «{file}» deshecha',
  'Before “{file}” is imported': 'Antes de importar «{file}»',
  'Drop the CSV or Excel file to import its visits':
    'Suelte el archivo CSV o Excel para importar sus visitas',
  'CSV or Excel file': 'Archivo CSV o Excel',
  'Drop a CSV or Excel file here': 'Suelte aquí un archivo CSV o Excel',
  'Choose a file': 'Elegir un archivo',
  'Choose another file': 'Elegir otro archivo',
  'Show me first what would happen': 'Mostrarme antes lo que pasaría',
  'The export of your workshop system will do: its own column names are recognised. Ringback’s are {columns} and more. Importing the same file again changes nothing.':
    'Sirve la exportación del sistema de su taller: se reconocen sus propios nombres de columna. Los de Ringback son {columns} y otros. Importar de nuevo el mismo archivo no cambia nada.',
  'Please drop one file at a time.': 'Suelte los archivos de uno en uno.',
  'Which sheet holds the visits?': '¿En qué hoja están las visitas?',
  '{n} rows': { one: '{n} fila', other: '{n} filas' },
  'Not imported': 'No se importó',
  'It is not known whether all was imported': 'No se sabe si se importó todo',
  'Trying again imports only what is missing.':
    'Al volver a intentarlo solo se importa lo que falta.',

  // A file that cannot be read
  '“{file}” is empty.': '«{file}» está vacío.',
  '“{file}” has {size} MB; up to {most} MB fit into one import. Please split it.':
    '«{file}» ocupa {size} MB; en una importación caben hasta {most} MB. Divídalo, por favor.',
  '“{file}” could not be read. Was it moved or changed? Please choose it again.':
    'No se pudo leer «{file}». ¿Se movió o cambió? Elíjalo de nuevo, por favor.',
  '“{file}” is {kind}. Please export it as CSV or XLSX and try again.':
    '«{file}» es {kind}. Expórtelo como CSV o XLSX y vuelva a intentarlo.',
  'an older or other kind of spreadsheet': 'una hoja de cálculo antigua o de otro tipo',
  'a packed file': 'un archivo comprimido',
  'a PDF': 'un PDF',
  'a picture': 'una imagen',
  'a document': 'un documento',
  '“{file}” is not a text file. Please choose a file that ends in .csv or .xlsx.':
    '«{file}» no es un archivo de texto. Elija uno que termine en .csv o .xlsx.',
  '“{file}” could not be opened. Please save it again as XLSX, or as CSV.':
    'No se pudo abrir «{file}». Guárdelo de nuevo como XLSX o como CSV.',
  '“{file}” holds more than fits into one import. Please split it.':
    '«{file}» contiene más de lo que cabe en una importación. Divídalo, por favor.',

  // Before it is done
  'Filled in as chosen the last time for a file with these headings.':
    'Rellenado como se eligió la última vez para un archivo con estos encabezados.',
  'Say which column of the file is what. It is remembered for the next file like this.':
    'Indique qué es cada columna del archivo. Se recordará para el próximo archivo igual.',
  'Which day is “{example}”?': '¿Qué día es «{example}»?',
  '“{example}” is read as {date}.': '«{example}» se lee como {date}.',
  '{date} (month first)': '{date} (primero el mes)',
  '{date} (day first)': '{date} (primero el día)',
  'Not in the file': 'No está en el archivo',
  'Leave out {field}': 'Omitir {field}',
  'For example {examples}': 'Por ejemplo {examples}',
  'Needed: choose its column': 'Necesario: elija su columna',
  'See what would happen': 'Ver lo que pasaría',
  'Change how it is read': 'Cambiar cómo se lee',
  'Read as {encoding}, separated by {separators}.':
    'Se lee como {encoding}, separado por {separators}.',
  commas: 'comas',
  semicolons: 'puntos y coma',
  tabs: 'tabuladores',
  'vertical bars': 'barras verticales',
  Encoding: 'Codificación',
  Separator: 'Separador',
  'First rows of the file': 'Primeras filas del archivo',
  'Country of numbers without a country code': 'País de los números sin prefijo internacional',
  'Numbers without a country code are read as those of {country}: {written} → {number}.':
    'Los números sin prefijo internacional se leen como de {country}: {written} → {number}.',
  'Numbers without a country code are read as those of {country}, which {written} cannot be.':
    'Los números sin prefijo internacional se leen como de {country}, y {written} no puede serlo.',
  'Rows that would be left out': 'Filas que se omitirían',
  'The file has no rows below its headings.': 'El archivo no tiene filas bajo sus encabezados.',
  'Nothing would change: all is here already.': 'No cambiaría nada: ya está todo aquí.',
  'This import would {actions}. Nothing has been written yet.':
    'Con esta importación {actions}. Aún no se ha escrito nada.',
  'bring {n} new visits': {
    one: 'llegaría {n} visita nueva',
    other: 'llegarían {n} visitas nuevas',
  },
  'change {n} visits': { one: 'cambiaría {n} visita', other: 'cambiarían {n} visitas' },
  'schedule {n} calls': {
    one: 'se programaría {n} llamada',
    other: 'se programarían {n} llamadas',
  },
  '{n} rows would be left out.': {
    one: 'Se omitiría {n} fila.',
    other: 'Se omitirían {n} filas.',
  },

  // While it runs
  'Looking through “{file}”…': 'Revisando «{file}»…',
  'Importing “{file}”…': 'Importando «{file}»…',
  Checking: 'Revisando',
  Importing: 'Importando',
  'Ten thousand rows take a few seconds.': 'Diez mil filas tardan unos segundos.',
  '{done} of {all} rows. Calls appear in their tab as they are made.':
    '{done} de {all} filas. Las llamadas aparecen en su pestaña a medida que se crean.',
  '{done} of {all} rows. Nothing is written.': '{done} de {all} filas. No se escribe nada.',
  'It could not be stopped; it goes on.': 'No se pudo detener; continúa.',

  // What became of it
  'Rows in the file': 'Filas del archivo',
  'New visits': 'Visitas nuevas',
  'Calls scheduled': 'Llamadas programadas',
  'Too old for a call': 'Demasiado antiguas',
  'Kept as visits; nobody is called about them':
    'Se guardan como visitas; no se llama a nadie por ellas',
  'Brought up to date': 'Actualizadas',
  Unchanged: 'Sin cambios',
  'Bad rows': 'Filas con errores',
  'The file has no rows below its headings, so nothing changed.':
    'El archivo no tiene filas bajo sus encabezados, así que no cambió nada.',
  'No row could be imported.': 'No se pudo importar ninguna fila.',
  'Nothing new: {n} visits were here already.': {
    one: 'Nada nuevo: {n} visita ya estaba aquí.',
    other: 'Nada nuevo: {n} visitas ya estaban aquí.',
  },
  '{n} new visits': { one: '{n} visita nueva', other: '{n} visitas nuevas' },
  '{n} visits brought up to date': {
    one: '{n} visita actualizada',
    other: '{n} visitas actualizadas',
  },
  '{n} calls scheduled': { one: '{n} llamada programada', other: '{n} llamadas programadas' },
  '{n} visits are asked about in the call of another': {
    one: 'por {n} visita se pregunta en la llamada de otra',
    other: 'por {n} visitas se pregunta en la llamada de otra',
  },
  '{n} rows need mending; see below.': {
    one: 'Hay que corregir {n} fila; vea abajo.',
    other: 'Hay que corregir {n} filas; vea abajo.',
  },
  'Stopped after {done} of {all} rows; import the file again for the rest.':
    'Se detuvo tras {done} de {all} filas; importe de nuevo el archivo para el resto.',
  'Rows to mend': 'Filas por corregir',
  'To mend': 'Por corregir',
  'Listed are the first {n} of {all} rows.': 'Se muestran las primeras {n} de {all} filas.',
  'These were left out. Download them all, mend them there, and drop that file here; or mend them in your system and import its file again: what is here already stays as it is.':
    'Estas se omitieron. Descárguelas todas, corríjalas y suelte aquí ese archivo; o corríjalas en su sistema e importe de nuevo su archivo: lo que ya está aquí se queda como está.',
  'Import another file': 'Importar otro archivo',
  'Import a file': 'Importar un archivo',
  '{n} columns were recognised': {
    one: 'Se reconoció una columna',
    other: 'Se reconocieron {n} columnas',
  },
  'In the file': 'En el archivo',
  'Read as': 'Se lee como',
  Line: 'Línea',
  Column: 'Columna',
  empty: 'vacío',
  '{from}–{to} of {all}': '{from}–{to} de {all}',
  'first page': 'primera página',
  'previous page': 'página anterior',
  'next page': 'página siguiente',
  'last page': 'última página',
  'Page {n}': 'Página {n}',

  // Its columns
  'Order number': 'Número de orden',
  'First name': 'Nombre',
  'Last name': 'Apellidos',
  'For a name in two columns': 'Para un nombre en dos columnas',
  'Time of completion': 'Hora de fin',
  'For a time in its own column': 'Para una hora en columna propia',
  'Where it is empty, the date’s own time counts, else noon at the latest.':
    'Si está vacía, vale la hora de la propia fecha y, si no la hay, el mediodía como muy tarde.',
  Appointment: 'Cita',
  'Completed|visit': 'Terminada',

  // Earlier ones, and taking one back
  'Earlier imports could not be read: {reason}':
    'No se pudieron leer las importaciones anteriores: {reason}',
  'Recent imports': 'Importaciones recientes',
  running: 'en curso',
  'stopped half-way': 'detenida a medias',
  'broke off half-way': 'interrumpida a medias',
  undone: 'deshecha',
  'undone by {name}': 'deshecha por {name}',
  '{n} changed visits': { one: '{n} visita cambiada', other: '{n} visitas cambiadas' },
  'Undo this import': 'Deshacer esta importación',
  'Undo this import?': '¿Deshacer esta importación?',
  'Undo the import': 'Deshacer la importación',
  'Undo the import of {file}': 'Deshacer la importación de {file}',
  'The visits that “{file}” brought are removed with their calls, and those that it changed get their old words. What has been placed or worked on since stays.':
    'Las visitas que trajo «{file}» se eliminan con sus llamadas, y las que cambió recuperan sus datos anteriores. Lo que ya se llamó o trabajó desde entonces se queda.',
  '{n} visits removed': { one: '{n} visita eliminada', other: '{n} visitas eliminadas' },
  '{n} calls taken back': { one: '{n} llamada retirada', other: '{n} llamadas retiradas' },
  '{n} visits put back as before': {
    one: '{n} visita devuelta a como estaba',
    other: '{n} visitas devueltas a como estaban',
  },
  'Nothing could be taken back.': 'No se pudo deshacer nada.',
  'What stays': 'Lo que se queda',
  'and {n} more': 'y {n} más',
} as const satisfies Catalogue
