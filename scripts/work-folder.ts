/** How the names of the folders begin in which a build works that remembers nothing, among temporary files. */
export const WORK_FOLDER = 'strillone-work-'
