using System.Buffers.Binary;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace CdgMarches.App.Documents.Fusion;

/// <summary>Ajoute une image à une partie, une seule fois, et rend le dessin qui la montre à la bonne taille.</summary>
internal sealed class PosteDImages(OpenXmlPart partie)
{
    private const long EmuParMillimetre = 36_000;
    private readonly Dictionary<ImageDeFusion, string> _ajoutees = [];
    private uint _rang;

    public Drawing Dessin(ImageDeFusion image)
    {
        if (!_ajoutees.TryGetValue(image, out var relation))
        {
            var type = image.TypeMime == "image/png" ? ImagePartType.Png : ImagePartType.Jpeg;
            var ajoutee = partie switch
            {
                MainDocumentPart document => document.AddImagePart(type),
                HeaderPart entete => entete.AddImagePart(type),
                FooterPart pied => pied.AddImagePart(type),
                _ => throw new InvalidOperationException("Une image ne se place que dans le texte, l'en-tête ou le pied."),
            };
            using (var contenu = new MemoryStream(image.Contenu, writable: false))
            {
                ajoutee.FeedData(contenu);
            }

            relation = partie.GetIdOfPart(ajoutee);
            _ajoutees.Add(image, relation);
        }

        var (largeur, hauteur) = Taille(image);
        return Dessiner(relation, largeur, hauteur, 900 + ++_rang);
    }

    /// <summary>La taille en pixels lue dans le fichier ; null si elle ne s'y lit pas.</summary>
    internal static (int Largeur, int Hauteur)? Pixels(ReadOnlySpan<byte> contenu)
    {
        if (contenu.Length > 24 && contenu[1..4].SequenceEqual("PNG"u8))
        {
            return (BinaryPrimitives.ReadInt32BigEndian(contenu[16..]), BinaryPrimitives.ReadInt32BigEndian(contenu[20..]));
        }

        for (var i = 2; i + 9 < contenu.Length && contenu[i] == 0xFF; )
        {
            var marqueur = contenu[i + 1];
            if (marqueur is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
            {
                return (
                    BinaryPrimitives.ReadUInt16BigEndian(contenu[(i + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(contenu[(i + 5)..])
                );
            }

            i += 2 + BinaryPrimitives.ReadUInt16BigEndian(contenu[(i + 2)..]);
        }

        return null;
    }

    private static (long Largeur, long Hauteur) Taille(ImageDeFusion image)
    {
        var (largeurMax, hauteurMax) = (image.LargeurMax * EmuParMillimetre, image.HauteurMax * EmuParMillimetre);
        if (Pixels(image.Contenu) is not (> 0, > 0) pixels)
        {
            return (hauteurMax, hauteurMax);
        }

        var hauteur = hauteurMax;
        var largeur = hauteurMax * pixels.Largeur / pixels.Hauteur;
        return largeur <= largeurMax ? (largeur, hauteur) : (largeurMax, largeurMax * pixels.Hauteur / pixels.Largeur);
    }

    private static Drawing Dessiner(string relation, long largeur, long hauteur, uint numero) =>
        new(
            new Wp.Inline(
                new Wp.Extent { Cx = largeur, Cy = hauteur },
                new Wp.DocProperties
                {
                    Id = numero,
                    Name = $"Image {numero}",
                    Description = "Logo",
                },
                new A.Graphic(
                    new A.GraphicData(
                        new Pic.Picture(
                            new Pic.NonVisualPictureProperties(
                                new Pic.NonVisualDrawingProperties { Id = numero, Name = $"Image {numero}" },
                                new Pic.NonVisualPictureDrawingProperties()
                            ),
                            new Pic.BlipFill(new A.Blip { Embed = relation }, new A.Stretch(new A.FillRectangle())),
                            new Pic.ShapeProperties(
                                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = largeur, Cy = hauteur }),
                                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }
                            )
                        )
                    )
                    {
                        Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
                    }
                )
            )
            {
                DistanceFromTop = 0U,
                DistanceFromBottom = 0U,
                DistanceFromLeft = 0U,
                DistanceFromRight = 0U,
            }
        );
}
