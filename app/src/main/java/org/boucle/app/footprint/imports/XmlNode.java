package org.boucle.app.footprint.imports;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.boucle.core.input.BadInput;
import org.boucle.core.input.Place;

/** An element of a stranger's XML: no DTD, no entities, bounded depth, count and text. Names are local names. */
final class XmlNode {
    private static final int DEEPEST = 60;
    private static final int MOST_NODES = 400_000;
    private static final int LONGEST_TEXT = 2_000;

    private final String name;
    private final int line;
    private final Map<String, String> attributes = new HashMap<>();
    private final List<XmlNode> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlNode(String name, int line) {
        this.name = name;
        this.line = line;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "").strip();
    }

    String text() {
        return text.toString().strip();
    }

    List<XmlNode> children() {
        return children;
    }

    List<XmlNode> children(String child) {
        return children.stream().filter(c -> c.name.equals(child)).toList();
    }

    /** The first element down a path of names. */
    Optional<XmlNode> find(String... path) {
        XmlNode at = this;
        for (String step : path) {
            List<XmlNode> next = at.children(step);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.getFirst();
        }
        return Optional.of(at);
    }

    /** The text down a path; empty where there is none. */
    String text(String... path) {
        return find(path).map(XmlNode::text).orElse("");
    }

    /** Hands each element of one of the names, complete, to the consumer, and forgets it. Returns the root's local name. */
    static String stream(Place place, byte[] content, List<String> wanted, Consumer<XmlNode> consumer) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        Reading reading = new Reading(wanted, consumer, place);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            while (reader.hasNext()) {
                reading.accept(reader.next(), reader);
            }
            reader.close();
            return reading.root;
        } catch (XMLStreamException malformed) {
            Location at = malformed.getLocation();
            int line = at == null ? 0 : Math.max(0, at.getLineNumber());
            throw BadInput.of(place.withRow(line), "import.xml", first(malformed.getMessage()));
        } catch (BadInput bad) {
            throw bad;
        } catch (RuntimeException malformed) {
            // the JDK's parser throws these on some broken encodings
            throw BadInput.of(place, "import.xml", first(String.valueOf(malformed.getMessage())));
        }
    }

    private static String first(String message) {
        String text = message == null ? "" : message.replaceAll("\\s+", " ");
        return text.length() <= 160 ? text : text.substring(0, 160);
    }

    /** The state of one reading. */
    private static final class Reading {
        private final List<String> wanted;
        private final Consumer<XmlNode> consumer;
        private final Place place;
        private final List<XmlNode> open = new ArrayList<>();
        private int depth;
        private int nodes;
        private String root = "";

        private Reading(List<String> wanted, Consumer<XmlNode> consumer, Place place) {
            this.wanted = wanted;
            this.consumer = consumer;
            this.place = place;
        }

        private void accept(int event, XMLStreamReader reader) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(reader);
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw BadInput.of(place, "import.xml", "document type definitions are not read");
                default -> {
                    // comments, processing instructions and white space say nothing
                }
            }
        }

        private void start(XMLStreamReader reader) {
            if (++depth > DEEPEST) {
                throw BadInput.of(place, "import.depth");
            }
            String name = reader.getLocalName();
            root = root.isEmpty() ? name : root;
            if (open.isEmpty() && !wanted.contains(name)) {
                return;
            }
            if (++nodes > MOST_NODES) {
                throw BadInput.of(place, "import.many", MOST_NODES);
            }
            XmlNode node = new XmlNode(name, reader.getLocation().getLineNumber());
            for (int i = 0; i < Math.min(50, reader.getAttributeCount()); i++) {
                node.attributes.put(reader.getAttributeLocalName(i), shortened(reader.getAttributeValue(i)));
            }
            if (!open.isEmpty()) {
                open.getLast().children.add(node);
            }
            open.add(node);
        }

        private void end() {
            depth--;
            if (!open.isEmpty()) {
                XmlNode node = open.removeLast();
                if (open.isEmpty()) {
                    nodes = 0;
                    consumer.accept(node);
                }
            }
        }

        private void add(XMLStreamReader reader) {
            if (!open.isEmpty() && open.getLast().text.length() < LONGEST_TEXT) {
                open.getLast().text.append(shortened(reader.getText()));
            }
        }

        private static String shortened(String text) {
            return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        }
    }
}
