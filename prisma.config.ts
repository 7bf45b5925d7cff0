import { defineConfig } from 'prisma/config'

// `prisma generate` only checks that the native engine exists; nothing here ever runs it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { seed: 'tsx prisma/seed.ts' },
})
