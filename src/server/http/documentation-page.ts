import type { OpenAPIObject } from 'trpc-to-openapi'
export const renderDocumentation = (document: OpenAPIObject): string => document.info.title
