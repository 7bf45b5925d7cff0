/** What may stand between the cells of a CSV file. */
export const separators = [',', ';', '\t', '|'] as const
