// What the floors share: every file below the paths that are given, read whole into one buffer.

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *buffer;
static size_t capacity;
static size_t total;

static void parse(const char *text, size_t length);

static void fail(const char *path) {
  perror(path);
  exit(2);
}

static void read_file(const char *path) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) fail(path);
  size_t size = (size_t)status.st_size;
  if (capacity < size + 16) {
    capacity = size * 2 + 16;
    free(buffer);
    buffer = malloc(capacity);
    if (buffer == NULL) fail(path);
  }
  size_t length = 0;
  while (length < size) {
    ssize_t count = read(file, buffer + length, size - length);
    if (count < 0) fail(path);
    if (count == 0) break;
    length += (size_t)count;
  }
  close(file);
  parse(buffer, length);
}

static void walk(const char *path) {
  DIR *folder = opendir(path);
  if (folder == NULL) {
    read_file(path);
    return;
  }
  struct dirent *entry;
  while ((entry = readdir(folder)) != NULL) {
    if (entry->d_name[0] == '.') continue;
    char child[4096];
    if (snprintf(child, sizeof child, "%s/%s", path, entry->d_name) >= (int)sizeof child) fail(path);
    if (entry->d_type == DT_DIR) {
      walk(child);
    } else {
      read_file(child);
    }
  }
  closedir(folder);
}

int main(int count, char **paths) {
  for (int index = 1; index < count; index++) walk(paths[index]);
  printf("%zu\n", total);
  return 0;
}
