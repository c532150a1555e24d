using CdgMarches.Domain.Groupements;

namespace CdgMarches.App.Groupements;

/// <summary>La saisie d'une délibération et de ses formalités.</summary>
public sealed class SaisieDActe
{
    public string? Numero { get; set; }

    public DateOnly? Adoptee { get; set; }

    public DateOnly? Publiee { get; set; }

    public DateOnly? Transmise { get; set; }

    public DateOnly? Accusee { get; set; }

    public Guid? Piece { get; set; }

    public static SaisieDActe De(ActeDeliberatif acte) =>
        new()
        {
            Numero = acte.Numero,
            Adoptee = acte.AdopteeLe,
            Publiee = acte.PublieeLe,
            Transmise = acte.TransmiseLe,
            Accusee = acte.AccuseeLe,
            Piece = acte.Piece,
        };

    public ActeDeliberatif Lire() =>
        new()
        {
            Numero = string.IsNullOrWhiteSpace(Numero) ? null : Numero.Trim(),
            AdopteeLe = Adoptee,
            PublieeLe = Publiee,
            TransmiseLe = Transmise,
            AccuseeLe = Accusee,
            Piece = Piece,
        };
}
