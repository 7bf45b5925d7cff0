import type { Role } from '../domain/organization.schema.ts'

/** In which organization and as whom a request acts. */
export type Identity = { organizationId: string; userId: string; role: Role }
