attempt(execve=(59, 0, 0, 0), execveat=(322, 0, 0, 0, 0, 0))
