using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Procedures;

/// <summary>Le calendrier d'une procédure : prévu, réel, écart, date limite, référé.</summary>
public sealed partial class PageCalendrier
{
    private static readonly IReadOnlyList<Option<EtapeDeProcedure?>> ToutesLesEtapes =
    [
        .. Etapes.Toutes.Select(e => new Option<EtapeDeProcedure?>(e, e.Libelle())),
    ];

    private static readonly IReadOnlyList<Option<EtapeDeProcedure?>> EtapesCommunes =
    [
        .. Etapes
            .Toutes.Where(e =>
                !e.EstDuLot()
                && e is not (EtapeDeProcedure.Publication or EtapeDeProcedure.Dce or EtapeDeProcedure.NoteDOrganisation)
            )
            .Select(e => new Option<EtapeDeProcedure?>(e, e.Libelle())),
    ];

    private DateOnly? _limite;
    private string? _heure = "12:00";
    private string? _motifLimite;
    private EtapeDeProcedure? _etape;
    private DateOnly? _prevu;
    private bool _decaler = true;
    private DateOnly? _publication;
    private EtapeDeProcedure? _faite;
    private DateOnly? _jour;
    private DateOnly? _refere;
    private DateOnly? _invitation;
    private DateOnly? _limiteDesOffres;
    private string? _heureDesOffres = "12:00";
    private bool _dUnCommunAccord;

    private string LibelleDuDecalage =>
        _etape is { } etape
        && _prevu is { } prevu
        && Conduite!.Procedure.ProposerDecalage(etape, prevu) is (var jours and not 0, { Count: > 0 } suivantes)
            ? $"Décaler aussi de {jours} jours : {string.Join(", ", suivantes.Select(e => e.Libelle()))}"
            : "Décaler d'autant les étapes suivantes encore à faire";

    protected override async Task ApresLectureAsync()
    {
        await base.ApresLectureAsync();
        _jour ??= Horloge.Aujourdhui;
        _refere ??= Horloge.Aujourdhui;
        _invitation ??= Conduite?.Procedure.InvitationLe ?? Horloge.Aujourdhui;
        _limiteDesOffres ??= (Conduite?.Procedure.LimiteDesOffres ?? Conduite?.MinimumDesOffres?.PasAvant) is { } offres
            ? DateOnly.FromDateTime(offres)
            : null;
        if (Conduite?.Procedure.LimiteDeRemise is { } limite)
        {
            (_limite, _heure) = (
                DateOnly.FromDateTime(limite),
                limite.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)
            );
        }
        else if (Conduite?.Minimum is { } minimum)
        {
            _limite = DateOnly.FromDateTime(minimum.PasAvant);
        }
    }

    private async Task FixerAsync()
    {
        if (_limite is not { } jour)
        {
            Retour = Retour.Refus("Indiquez la date limite. Rien n'a été modifié.");
            return;
        }

        if (!Saisie.TryHeure(_heure ?? "12:00", out var heure, out var erreur))
        {
            Retour = Retour.Refus($"{erreur} Rien n'a été modifié.");
            return;
        }

        await ActerAsync(
            "limite",
            new ActeDeProcedure.FixeLaLimite(jour.ToDateTime(heure), _motifLimite),
            "La date limite est fixée et les plis sont triés d'après elle."
        );
    }

    private async Task InviterAsync()
    {
        var heure = TimeOnly.MinValue;
        if (
            _invitation is not { } invitation
            || _limiteDesOffres is not { } limite
            || !Saisie.TryHeure(_heureDesOffres ?? "", out heure, out _)
        )
        {
            Retour = Retour.Refus(
                "Indiquez le jour de l'invitation, la date limite des offres et son heure (12:00). Rien n'a été modifié."
            );
            return;
        }

        await ActerAsync(
            "inviter",
            new ActeDeProcedure.Invite(invitation, limite.ToDateTime(heure), _dUnCommunAccord, null),
            "L'invitation est notée : les plis reçus depuis sont des offres, triées d'après leur date limite."
        );
    }

    private Task PrevoirAsync() =>
        _etape is not { } etape
            ? Task.CompletedTask
            : ActerAsync(
                "prevoir",
                new ActeDeProcedure.Prevoit(etape, _prevu, _decaler),
                $"{etape.Libelle()} : la date prévue est enregistrée."
            );

    private Task<bool> PrevoirToutAsync() =>
        ActerAsync(
            "tout",
            new ActeDeProcedure.PrevoitTout(_publication ?? Horloge.Aujourdhui.AddDays(30)),
            "Une frise est proposée ; corrigez les dates qui vous conviennent moins."
        );

    private Task ConstaterAsync() =>
        _faite is not { } etape || _jour is not { } jour
            ? Task.CompletedTask
            : ActerAsync("constater", new ActeDeProcedure.Constate(etape, null, jour), $"{etape.Libelle()} : constaté.");

    private Task JugerAsync() =>
        _refere is not { } jour ? Task.CompletedTask
        : Conduite!.Procedure.EstSuspendue
            ? ActerAsync(
                "refere",
                new ActeDeProcedure.RecoitLaDecision(jour),
                "La décision du juge est notée : la signature redevient possible."
            )
        : ActerAsync(
            "refere",
            new ActeDeProcedure.SaisitLeJuge(jour),
            "La saisine est notée : aucune signature jusqu'à la décision."
        );
}
