/*
 * Copyright 2026 the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.biginspring.sample.browser;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

import org.w3c.dom.Node;

/**
 * Puts pictures of the screen together to one that moves (an animated GIF), which begins
 * anew when it is over.
 */
final class AnimatedPicture {

	private static final String FORMAT = "javax_imageio_gif_image_1.0";

	private final int width;

	private final List<BufferedImage> frames = new ArrayList<>();

	/**
	 * Create one without a frame.
	 * @param width the width in pixels
	 */
	AnimatedPicture(int width) {
		this.width = width;
	}

	void add(byte[] png) throws IOException {
		BufferedImage screen = ImageIO.read(new ByteArrayInputStream(png));
		int height = this.width * screen.getHeight() / screen.getWidth();
		BufferedImage frame = new BufferedImage(this.width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = frame.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		graphics.drawImage(screen, 0, 0, this.width, height, null);
		graphics.dispose();
		this.frames.add(frame);
	}

	/**
	 * Write the picture.
	 * @param file the file
	 * @param hundredths how long a frame is shown, in hundredths of a second
	 */
	void write(Path file, int hundredths) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
			writer.setOutput(out);
			writer.prepareWriteSequence(null);
			Palette palette = Palette.of(this.frames);
			for (int i = 0; i < this.frames.size(); i++) {
				BufferedImage frame = palette.paint(this.frames.get(i));
				IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame),
						null);
				// the last one stays for long enough to be read
				describe(metadata, (i == this.frames.size() - 1) ? 5 * hundredths : hundredths);
				writer.writeToSequence(new IIOImage(frame, null, metadata), null);
			}
			writer.endWriteSequence();
		}
		finally {
			writer.dispose();
		}
	}

	private static void describe(IIOMetadata metadata, int hundredths) throws IOException {
		Node root = metadata.getAsTree(FORMAT);
		// shades of grey, and not the colours of the picture, which are taken where there
		// is none
		root.removeChild(child(root, "LocalColorTable"));
		IIOMetadataNode control = child(root, "GraphicControlExtension");
		control.setAttribute("disposalMethod", "none");
		control.setAttribute("userInputFlag", "FALSE");
		control.setAttribute("transparentColorFlag", "FALSE");
		control.setAttribute("delayTime", String.valueOf(hundredths));
		control.setAttribute("transparentColorIndex", "0");
		IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
		loop.setAttribute("applicationID", "NETSCAPE");
		loop.setAttribute("authenticationCode", "2.0");
		loop.setUserObject(new byte[] { 1, 0, 0 });
		child(root, "ApplicationExtensions").appendChild(loop);
		metadata.setFromTree(FORMAT, root);
	}

	private static IIOMetadataNode child(Node root, String name) {
		for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (name.equals(node.getNodeName())) {
				return (IIOMetadataNode) node;
			}
		}
		IIOMetadataNode child = new IIOMetadataNode(name);
		root.appendChild(child);
		return child;
	}

	/**
	 * The colours that are seen most, since a GIF has 256 of them at most.
	 */
	private static final class Palette {

		private static final int COLOURS = 256;

		private final int[] colours;

		private final Map<Integer, Integer> nearest = new HashMap<>();

		private Palette(int[] colours) {
			this.colours = colours;
		}

		static Palette of(List<BufferedImage> frames) {
			Map<Integer, Integer> seen = new HashMap<>();
			for (BufferedImage frame : frames) {
				for (int rgb : pixels(frame)) {
					// what hardly differs is one colour
					seen.merge(rgb & 0xF8F8F8, 1, Integer::sum);
				}
			}
			return new Palette(seen.entrySet()
				.stream()
				.sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
				.limit(COLOURS)
				.mapToInt((colour) -> colour.getKey() | 0x070707 & (colour.getKey() >> 5))
				.toArray());
		}

		BufferedImage paint(BufferedImage frame) {
			IndexColorModel model = new IndexColorModel(8, this.colours.length, this.colours, 0, false, -1,
					DataBuffer.TYPE_BYTE);
			BufferedImage painted = new BufferedImage(frame.getWidth(), frame.getHeight(),
					BufferedImage.TYPE_BYTE_INDEXED, model);
			byte[] data = ((DataBufferByte) painted.getRaster().getDataBuffer()).getData();
			int[] pixels = pixels(frame);
			for (int i = 0; i < pixels.length; i++) {
				data[i] = this.nearest.computeIfAbsent(pixels[i] & 0xFFFFFF, this::index).byteValue();
			}
			return painted;
		}

		private int index(int rgb) {
			int best = 0;
			for (int i = 1; i < this.colours.length; i++) {
				if (distance(this.colours[i], rgb) < distance(this.colours[best], rgb)) {
					best = i;
				}
			}
			return best;
		}

		private static int distance(int one, int other) {
			int red = ((one >> 16) & 0xFF) - ((other >> 16) & 0xFF);
			int green = ((one >> 8) & 0xFF) - ((other >> 8) & 0xFF);
			int blue = (one & 0xFF) - (other & 0xFF);
			return red * red + green * green + blue * blue;
		}

		private static int[] pixels(BufferedImage frame) {
			return ((DataBufferInt) frame.getRaster().getDataBuffer()).getData();
		}

	}

}
