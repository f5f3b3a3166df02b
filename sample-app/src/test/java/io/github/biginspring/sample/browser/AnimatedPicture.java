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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
		// few colours, and no dithering, which would not compress
		BufferedImage frame = new BufferedImage(this.width, height, BufferedImage.TYPE_BYTE_INDEXED);
		Graphics2D graphics = frame.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		graphics.setRenderingHint(RenderingHints.KEY_DITHERING, RenderingHints.VALUE_DITHER_DISABLE);
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
			out.setByteOrder(ByteOrder.LITTLE_ENDIAN);
			writer.setOutput(out);
			writer.prepareWriteSequence(null);
			for (int i = 0; i < this.frames.size(); i++) {
				BufferedImage frame = this.frames.get(i);
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

}
