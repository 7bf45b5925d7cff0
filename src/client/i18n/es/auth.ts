import type { Catalogue } from '../translator.ts'

export const auth = {
  'New here? {foundIt}': '¿Es nuevo aquí? {foundIt}',
  'Create your organization': 'Cree su organización',
  'Sets when calls may be placed, imports visits, and looks after the team.':
    'Decide cuándo se puede llamar, importa visitas y cuida del equipo.',
  'Works the calls all day: what is next, what was missed, what customers said.':
    'Trabaja con las llamadas todo el día: qué viene ahora, qué se perdió, qué dijeron los clientes.',
  'Runs a demo call in front of people, without a real telephone.':
    'Muestra una llamada de demo ante el público, sin un teléfono real.',
  'Try the demo': 'Pruebe la demo',
  'A service centre with a day of calls. Come in with one click, as:':
    'Un taller con un día de llamadas. Entre con un clic, como:',
  'The demo did not open': 'La demo no se ha abierto',
  'Feedback calls after a car service': 'Llamadas de opinión tras el servicio del coche',
  'You have an account with it already.': 'Ya tiene una cuenta con él.',
  'Your name': 'Su nombre',
  'Password of your account': 'Contraseña de su cuenta',
  'Choose a password': 'Elija una contraseña',
  'You have not joined': 'No se ha unido',
  Join: 'Unirse',
  'Sign in': 'Iniciar sesión',
  'Open the whole link that you were sent, with what stands behind the #.':
    'Abra el enlace completo que recibió, con lo que va detrás de #.',
  'Reading the invitation': 'Leyendo la invitación',
  'The invitation could not be read': 'No se ha podido leer la invitación',
  'Join {organizationName}': 'Únase a {organizationName}',
  '{inviterName} invites you as {role}.': '{inviterName} le invita como {role}.',
  'Open until {when}.': 'Abierta hasta {when}.',
  'Join a team': 'Únase a un equipo',
  'This link opens nothing': 'Este enlace no abre nada',
  'Belong to the team already? {signIn}': '¿Ya es del equipo? {signIn}',
  'You are still where you were': 'Sigue donde estaba',
  'Your organizations': 'Sus organizaciones',
  'Name of the organization': 'Nombre de la organización',
  'Your service centre or group': 'Su taller o grupo',
  'Its time zone': 'Su zona horaria',
  'Your e-mail address': 'Su correo electrónico',
  'The organization was not created': 'No se ha creado la organización',
  'Create the organization': 'Crear la organización',
  'You become its owner, and invite the others afterwards.':
    'Usted será su propietario y después invitará a los demás.',
  'Open the whole link that the server printed when it started, with what stands behind the #.':
    'Abra el enlace completo que el servidor mostró al arrancar, con lo que va detrás de #.',
  'Organizations are set up already. Ask for an invitation.':
    'Ya hay organizaciones creadas. Pida una invitación.',
  'Have an account? {signIn}': '¿Tiene una cuenta? {signIn}',
  'You are not signed in': 'No ha iniciado sesión',
  'Forgot your password? Whoever runs the server can give you a new one.':
    '¿Olvidó su contraseña? Quien administra el servidor puede darle una nueva.',
  'You were signed out': 'Se cerró su sesión',
  'Sign in again, and you come back to where you were.':
    'Inicie sesión de nuevo y volverá a donde estaba.',
  'Nobody has an account yet': 'Nadie tiene cuenta todavía',
  'Open the link that the server printed when it started: it creates the first organization.':
    'Abra el enlace que el servidor mostró al arrancar: con él se crea la primera organización.',
  'or with an account': 'o con una cuenta',
  'Your account: {name}': 'Su cuenta: {name}',
  'You are still signed in': 'Su sesión sigue abierta',
  '{role} at {organizationName}': '{role} en {organizationName}',
} as const satisfies Catalogue
