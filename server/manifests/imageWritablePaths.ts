/** What a well-known image writes to while it runs. */
export interface WritablePaths {
  /** The end of the image's repository: `nginx` is also `library/nginx` and `registry.example.com/mirror/nginx`. */
  readonly repository: string;
  /** Directories that need a volume if the root file system is read-only. What an empty volume would hide is not among them. */
  readonly paths: readonly string[];
}

/**
 * The images that people run most, with the directories they write to.
 * Sources: the images' own Dockerfiles and entry points on docker.io (October 2026): their VOLUME lines, temporary files,
 * sockets and process-number files. Data directories stand here as well: where no volume is mounted there, they are lost today too.
 */
export const imageWritablePaths: readonly WritablePaths[] = [
  { repository: 'nginx', paths: ['/var/cache/nginx', '/var/run', '/tmp'] },
  { repository: 'nginxinc/nginx-unprivileged', paths: ['/tmp'] },
  { repository: 'httpd', paths: ['/usr/local/apache2/logs', '/tmp'] },
  { repository: 'caddy', paths: ['/data', '/config', '/tmp'] },
  { repository: 'haproxy', paths: ['/var/run', '/tmp'] },
  { repository: 'traefik', paths: ['/tmp'] },
  { repository: 'php', paths: ['/var/run', '/tmp'] },
  { repository: 'wordpress', paths: ['/var/www/html', '/var/run', '/tmp'] },
  {
    repository: 'tomcat',
    paths: ['/usr/local/tomcat/logs', '/usr/local/tomcat/temp', '/usr/local/tomcat/work', '/tmp'],
  },
  { repository: 'postgres', paths: ['/var/lib/postgresql', '/var/run/postgresql', '/tmp'] },
  { repository: 'mysql', paths: ['/var/lib/mysql', '/var/run/mysqld', '/tmp'] },
  { repository: 'mariadb', paths: ['/var/lib/mysql', '/run/mysqld', '/tmp'] },
  { repository: 'mongo', paths: ['/data/db', '/data/configdb', '/tmp'] },
  { repository: 'redis', paths: ['/data'] },
  { repository: 'valkey/valkey', paths: ['/data'] },
  { repository: 'memcached', paths: [] },
  { repository: 'rabbitmq', paths: ['/var/lib/rabbitmq', '/var/log/rabbitmq', '/tmp'] },
  { repository: 'elasticsearch', paths: ['/usr/share/elasticsearch/data', '/usr/share/elasticsearch/logs', '/tmp'] },
  { repository: 'influxdb', paths: ['/var/lib/influxdb2', '/etc/influxdb2', '/tmp'] },
  { repository: 'grafana/grafana', paths: ['/var/lib/grafana', '/var/log/grafana', '/tmp'] },
  { repository: 'prom/prometheus', paths: ['/prometheus'] },
  { repository: 'prometheus/prometheus', paths: ['/prometheus'] },
  { repository: 'jenkins/jenkins', paths: ['/var/jenkins_home', '/tmp'] },
  { repository: 'node', paths: ['/tmp'] },
  { repository: 'python', paths: ['/tmp'] },
  { repository: 'ruby', paths: ['/tmp'] },
  { repository: 'eclipse-temurin', paths: ['/tmp'] },
];

/** What an image is known to write to; undefined for the many that nobody knows. */
export function knownWritablePaths(repository: string): readonly string[] | undefined {
  return imageWritablePaths.find(
    (known) => repository === known.repository || repository.endsWith(`/${known.repository}`),
  )?.paths;
}
