using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Procedures;

/// <summary>Le dossier de consultation : pièces, annexes, avis.</summary>
public sealed partial class PageDossier(DeposerPieceDuDce deposer)
{
    private static readonly IReadOnlyList<Option<SupportDAvis>> Supports =
    [
        .. Enum.GetValues<SupportDAvis>().Select(s => new Option<SupportDAvis>(s, s.Libelle())),
    ];

    private static readonly IReadOnlyList<string> Rapports = [Documents.Procedures.RapportDePresentation.Nature];

    private int? _piece;
    private string? _nom;
    private string? _responsable;
    private SupportDAvis _support = SupportDAvis.Boamp;
    private string? _objet = "Avis de marché";
    private DateOnly? _jour;
    private string? _reference;
    private string? _motif;
    private int? _avis;
    private DateOnly? _paru;
    private string? _motifParution;

    /// <summary>Les avis envoyés, dont la parution se note ou se corrige.</summary>
    private IReadOnlyList<Option<int?>> Parus =>
        [
            .. Conduite!
                .Procedure.Avis.OrderBy(a => a.PublieLe is not null)
                .ThenBy(a => a.Numero)
                .Select(a => new Option<int?>(a.Numero, $"{a.Objet}, {a.Support.Libelle()}")),
        ];

    protected override async Task ApresLectureAsync()
    {
        await base.ApresLectureAsync();
        _jour ??= Horloge.Aujourdhui;
        _paru ??= Horloge.Aujourdhui;
    }

    private Task<bool> ProposerAsync() =>
        ActerAsync("pieces", new ActeDeProcedure.ProposeLesPieces(), "La liste ordinaire des pièces est proposée.");

    private async Task AjouterAsync()
    {
        if (await ActerAsync("piece", new ActeDeProcedure.AjoutePiece(_nom, _responsable), "La pièce est ajoutée."))
        {
            (_nom, _responsable) = (null, null);
        }
    }

    private async Task DeposerAsync(FichierRecu fichier)
    {
        if (_piece is not { } numero)
        {
            return;
        }

        await FaireAsync(
            "depot",
            async acteur =>
            {
                await using var contenu = File.OpenRead(fichier.Chemin);
                await deposer.ExecuterAsync(acteur, Procedure, Conduite!.Procedure.Version, numero, contenu, fichier.Nom);
            },
            "La version est déposée ; il reste à la valider."
        );
        _piece = null;
    }

    private Task<bool> ValiderAsync(int numero) =>
        ActerAsync("pieces", new ActeDeProcedure.ValidePiece(numero), "La pièce est validée.");

    private Task<bool> SupprimerAsync(int numero) =>
        ActerAsync("pieces", new ActeDeProcedure.SupprimePiece(numero), "La pièce est retirée de la liste.");

    private Task<bool> ValiderLeDossierAsync() =>
        ActerAsync("pieces", new ActeDeProcedure.ValideLeDossier(), "Le dossier de consultation est validé.");

    private async Task ParaitreAsync()
    {
        if (_avis is not { } avis)
        {
            await Refuser("parution", "avis-paru", "Choisissez l'avis paru.");
            return;
        }

        if (
            await ActerAsync(
                "parution",
                new ActeDeProcedure.NoteUneParution(avis, _paru ?? Horloge.Aujourdhui, _motifParution),
                "La parution est notée."
            )
        )
        {
            (_avis, _motifParution) = (null, null);
        }
    }

    private async Task NoterAsync()
    {
        if (
            await ActerAsync(
                "avis",
                new ActeDeProcedure.NoteUnAvis(_support, _objet, _jour ?? Horloge.Aujourdhui, _reference, _motif),
                "L'avis est noté avec sa preuve d'envoi."
            )
        )
        {
            (_reference, _motif) = (null, null);
        }
    }
}
