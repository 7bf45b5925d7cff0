import type { ImportField } from './import-columns.ts'

/** A last name and a time are only looked for beside the column that they complete. */
type SoughtField = Exclude<ImportField, 'customerLastName' | 'completedAtTime'>

/**
 * Names that workshop systems give their columns in English, German and Spanish, the best first: a
 * file with both a mobile and a home number is read at the mobile one. Compared without case,
 * accents, spaces and punctuation.
 */
export const columnNames: Record<SoughtField, readonly string[]> = {
  externalId: [
    ...['external id', 'ro #', 'ro number', 'ro no', 'ro id', 'ro', 'repair order'],
    ...['repair order number', 'repair order no', 'order number', 'order no', 'order #'],
    ...['order id', 'work order', 'work order number', 'work order no', 'wo #', 'wo number'],
    ...['job number', 'job no', 'job card', 'job card no'],
    ...['auftragsnummer', 'auftrags nr', 'auftrag nr', 'werkstattauftrag', 'auftrag'],
    ...['vorgangsnummer', 'vorgang', 'beleg nr', 'belegnummer'],
    ...['número de orden', 'nº de orden', 'nº orden', 'orden de trabajo', 'orden de reparación'],
    ...['orden', 'folio', 'ot'],
    ...['invoice number', 'invoice no', 'invoice #', 'rechnungsnummer', 'rechnungs nr'],
    ...['número de factura', 'nº factura'],
  ],
  customerName: [
    ...['customer name', 'customer', 'client name', 'client', 'owner name', 'owner', 'full name'],
    ...['contact name', 'contact', 'kundenname', 'kunde', 'name des kunden', 'auftraggeber'],
    ...['fahrzeughalter', 'halter', 'nombre del cliente', 'nombre cliente', 'cliente', 'titular'],
    ...['propietario', 'nombre', 'name'],
  ],
  customerPhone: [
    ...['customer phone', 'mobile phone', 'mobile', 'cell phone', 'cell', 'mobile number'],
    ...['mobile no', 'cell number', 'customer mobile', 'customer cell', 'customer phone number'],
    ...[
      'mobiltelefon',
      'mobilnummer',
      'mobil',
      'telefon mobil',
      'handynummer',
      'handy nr',
      'handy',
    ],
    ...['teléfono móvil', 'móvil', 'celular', 'teléfono celular'],
    ...['phone number', 'phone no', 'phone #', 'phone', 'telephone', 'telephone number', 'tel'],
    ...['contact number', 'contact phone', 'telefonnummer', 'telefon nr', 'telefon', 'rufnummer'],
    ...['número de teléfono', 'teléfono', 'home phone', 'work phone', 'telefon privat'],
  ],
  customerTimeZone: [
    ...['customer time zone', 'customer timezone', 'time zone', 'timezone'],
    ...['zeitzone', 'zona horaria'],
  ],
  vehicle: [
    ...['vehicle', 'car', 'vehicle description', 'year make model', 'ymm', 'make model'],
    ...['fahrzeug', 'fahrzeugbezeichnung', 'pkw', 'auto', 'vehículo', 'coche'],
  ],
  make: [
    'make',
    'vehicle make',
    'brand',
    'manufacturer',
    'marke',
    'hersteller',
    'fabrikat',
    'marca',
  ],
  model: ['model', 'vehicle model', 'modell', 'fahrzeugmodell', 'modelo'],
  year: ['year', 'model year', 'vehicle year', 'my', 'baujahr', 'modelljahr', 'año', 'año modelo'],
  vehicleNumber: [
    ...['vehicle number', 'vehicle no', 'vehicle reg', 'reg no', 'reg', 'registration'],
    ...['registration number', 'registration no', 'license plate', 'licence plate', 'plate'],
    ...['plate number', 'plate no', 'license', 'tag', 'number plate'],
    ...['kennzeichen', 'amtliches kennzeichen', 'kfz kennzeichen', 'matrícula', 'placa', 'placas'],
  ],
  vin: [
    ...['vin', 'vin number', 'vin no', 'vin #', 'chassis', 'chassis number', 'chassis no'],
    ...['fahrgestellnummer', 'fahrgestell nr', 'fin', 'fahrzeug ident nr', 'fahrzeugidentnummer'],
    ...['bastidor', 'número de bastidor', 'nº bastidor', 'chasis', 'número de chasis'],
  ],
  serviceType: [
    ...['service type', 'work type', 'job type', 'type of service', 'type of work', 'service'],
    ...['work', 'op description', 'operation', 'auftragsart', 'art der arbeit', 'arbeiten'],
    ...['arbeit', 'leistung', 'serviceart', 'tipo de servicio', 'tipo de trabajo', 'servicio'],
    ...['trabajo', 'description', 'type'],
  ],
  appointmentDate: [
    ...['appointment date', 'appointment', 'appointment time', 'opened', 'open date'],
    ...['date opened', 'date in', 'time in', 'checked in', 'check in', 'arrived', 'arrival'],
    ...['ro open date', 'termin', 'annahme', 'annahmedatum', 'angenommen', 'auftragsdatum'],
    ...['eingang', 'fecha de cita', 'cita', 'fecha de entrada', 'entrada', 'fecha de apertura'],
    ...['apertura'],
  ],
  completedAt: [
    ...['completed at', 'completed', 'closed', 'close date', 'closed date', 'date closed'],
    ...['completion date', 'completed date', 'date completed', 'closed at', 'date out', 'time out'],
    ...['finished', 'finished at', 'ro close date', 'delivered'],
    ...['abgeschlossen am', 'abgeschlossen', 'abschluss', 'abschlussdatum', 'fertiggestellt am'],
    ...[
      'fertiggestellt',
      'fertigstellung',
      'fertigstellungsdatum',
      'fertig am',
      'fertig',
      'erledigt am',
      'übergabe',
      'abholung',
      'ausgang',
    ],
    ...['fecha de cierre', 'cierre', 'cerrado', 'terminado', 'finalizado', 'fecha de entrega'],
    ...['entrega', 'fecha de salida', 'salida'],
    ...['invoiced', 'invoice date', 'rechnungsdatum', 'fecha de factura', 'delivery date'],
  ],
  serviceAdvisorName: [
    ...['service advisor name', 'service advisor', 'advisor name', 'advisor', 'adviser'],
    ...['service adviser', 'service writer', 'writer', 'sa name', 'sa'],
    ...['serviceberater', 'kundendienstberater', 'kundenberater', 'berater', 'annehmer'],
    ...['asesor de servicio', 'asesor', 'recepcionista'],
  ],
}

/** Names that customers have in two columns, in a column that can hold nothing else. */
export const firstNames: readonly string[] = [
  ...['customer first name', 'client first name', 'owner first name', 'contact first name'],
  ...['first name', 'customer given name', 'given name', 'forename'],
  ...['vorname des kunden', 'vorname kunde', 'kunde vorname', 'kundenvorname', 'vorname'],
  ...['nombre de pila', 'primer nombre', 'nombres'],
]

/** Beside a last name these are the first one, and elsewhere the whole. */
export const firstOrWholeNames: readonly string[] = [
  ...['nombre', 'nombre del cliente', 'nombre cliente', 'name'],
]

export const lastNames: readonly string[] = [
  ...['customer last name', 'client last name', 'owner last name', 'contact last name'],
  ...['last name', 'customer surname', 'surname', 'customer family name', 'family name'],
  ...['nachname des kunden', 'nachname kunde', 'kunde nachname', 'kundennachname', 'nachname'],
  ...['familienname', 'zuname', 'apellidos del cliente', 'apellido del cliente'],
  ...['apellidos cliente', 'apellido cliente', 'apellidos', 'apellido paterno'],
  ...['primer apellido', 'apellido'],
]

/** Beside a first name that is called so these are the last one, and elsewhere the whole. */
export const lastOrWholeNames: readonly string[] = ['name']
