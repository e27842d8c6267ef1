import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A Neo4j that runs until its pid file is taken away, and removes the file STOPPING when it has shut down:
 * java -cp 'jars/*' Neo4jServer.java HOME CONF PIDFILE STOPPING
 */
public class Neo4jServer {
    public static void main(String[] args) throws Exception {
        var pidFile = Path.of(args[2]);
        var dbms = new DatabaseManagementServiceBuilder(Path.of(args[0]))
                .loadPropertiesFromFile(Path.of(args[1]))
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            dbms.shutdown();
            Path.of(args[3]).toFile().delete();
        }));
        // From inside, the first password needs no old one, and a forgotten one can be replaced.
        dbms.database("system").executeTransactionally(
                "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
                Map.of("password", System.getenv("NEO4J_PASSWORD")));
        Files.writeString(pidFile, Long.toString(ProcessHandle.current().pid()));
        while (Files.exists(pidFile)) Thread.sleep(200);
        System.exit(0);
    }
}
