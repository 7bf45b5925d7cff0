/** Of one person in one organization. */
export const mostSavedViews = 30
export const longestViewName = 40
