/** Hands a text to the browser as a file to save. */
export function downloadText(file: { fileName: string; content: string; mediaType: string }): void {
  const url = URL.createObjectURL(new Blob([file.content], { type: file.mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = file.fileName
  link.click()
  URL.revokeObjectURL(url)
}
