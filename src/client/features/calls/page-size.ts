/** How many calls a list is fetched by. */
export const PAGE_SIZE = 50
