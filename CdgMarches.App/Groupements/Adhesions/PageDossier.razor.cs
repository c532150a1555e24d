using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.App.Socle.Conflits;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Un dossier d'adhésion : sa frise, ce qui manque avant l'effet, ses pièces, ses dates.</summary>
public sealed partial class PageDossier(LireDossier lire, ModifierDossier modifier, DeposerPiece deposer, DonnerEffet donnerEffet)
    : PageDeGroupement
{
    private FicheDeDossier? _dossier;
    private HashSet<PrestationId> _choix = [];
    private SaisieDActe _acte = new();
    private SaisieDActe _acteLu = new();
    private Conflit<SaisieDActe>? _conflitDActe;
    private DatesDeFormalites _f = new();
    private DatesDeFormalites _fLues = new();
    private Conflit<DatesDeFormalites>? _conflitDeDates;
    private DateOnly? _effet;
    private Confirmation? _sansObjet;
    private PieceDAdhesion? _pieceSansObjet;
    private string? _motifSansObjet;
    private Guid? _aCorriger;
    private Guid? _aDeposer;
    private string? _correction;
    private string? _motif;
    private string? _motifDEffet;
    private bool _decline;
    private Confirmation? _fermeture;
    private Courriels.EnvoiDeMasse? _remise;
    private Courriels.EnvoiDeMasse? _demandeDeCorrection;

    [Parameter]
    public Guid DossierId { get; set; }

    private DossierDAdhesion D => _dossier!.Dossier;

    private bool Modifiable => Fiche is { PeutGerer: true, Etat: not EtatDuGroupement.Clos } && D.EstOuvert;

    /// <summary>Le premier jour permis, et les règles qui ferment ceux d'avant.</summary>
    private string AideDeLEffet =>
        string.Join(
            " ",
            _dossier!
                .Possible.Raisons.Select(r => $"{r.Message} ({r.EnReference(_dossier.Regles.Fonder)})")
                .Prepend(
                    _dossier.EffetAuPlusTot is { } tot
                        ? $"Au plus tôt le {Formats.DateLongue(tot)}."
                        : "Le jour n'est pas encore connu : voyez ce qui manque."
                )
        );

    private IReadOnlyList<Option<Guid?>> PiecesADeposer =>
        [
            .. D
                .Pieces.Where(p => D.PeutRecevoir(p.Id).EstFavorable)
                .OrderBy(p => p.Nature)
                .Select(p => new Option<Guid?>(p.Id, p.Libelle)),
        ];

    protected override Task ApresLectureAsync() => RelireAsync();

    private async Task RelireAsync()
    {
        await RelireLaFicheAsync();
        if (_dossier is not null)
        {
            _choix = [.. D.Choix.Select(c => c.Prestation)];
            ReprendreActe();
            ReprendreDates();
        }
    }

    /// <summary>Relit le dossier et ce qui lui manque, sans toucher à ce qui est en cours de saisie.</summary>
    private async Task RelireLaFicheAsync()
    {
        var lu = Fiche is null
            ? null
            : await lire.ExecuterAsync(await ActeurCourant.LireAsync(), new DossierDAdhesionId(DossierId), _effet);
        _dossier = lu?.Dossier.Groupement == Groupement ? lu : null;
        _effet = _dossier?.Effet;
    }

    private void ReprendreActe() => (_acte, _acteLu) = (SaisieDActe.De(D.Deliberation), SaisieDActe.De(D.Deliberation));

    private void ReprendreDates() => (_f, _fLues) = (DatesDeFormalites.De(D.Formalites), DatesDeFormalites.De(D.Formalites));

    private async Task ChangerEffetAsync(DateOnly? effet)
    {
        _effet = effet;
        await RelireLaFicheAsync();
    }

    private void Cocher(PrestationId prestation, bool prise)
    {
        if (prise)
        {
            _choix.Add(prestation);
        }
        else
        {
            _choix.Remove(prestation);
        }
    }

    private Task<bool> ChoisirAsync() =>
        ChangerAsync(new ChangementDeDossier.Prestations([.. _choix]), "Les prestations sont enregistrées.");

    private async Task DelibererAsync()
    {
        var acte = _acte.Lire();
        _conflitDActe = await SaisirAsync(
            new ChangementDeDossier.Deliberation(acte),
            "La délibération est enregistrée.",
            ReprendreActe,
            new Comparaison<SaisieDActe>(
                _acte,
                _acteLu,
                async () => await RelireDossierAsync() is { } lu ? SaisieDActe.De(lu.Deliberation) : null,
                SaisieDActe.Champs,
                nameof(DossierDAdhesion),
                DossierId
            )
        );
    }

    private async Task DaterAsync()
    {
        var dates = _f.Lire();
        _conflitDeDates = await SaisirAsync(
            new ChangementDeDossier.Formalites(dates),
            "Les signatures et formalités sont enregistrées.",
            ReprendreDates,
            new Comparaison<DatesDeFormalites>(
                _f,
                _fLues,
                async () => await RelireDossierAsync() is { } lu ? DatesDeFormalites.De(lu.Formalites) : null,
                DatesDeFormalites.Champs,
                nameof(DossierDAdhesion),
                DossierId
            )
        );
    }

    /// <summary>Enregistre un des formulaires ; les autres gardent ce qui y est en cours de saisie.</summary>
    private async Task<Conflit<TModele>?> SaisirAsync<TModele>(
        ChangementDeDossier changement,
        string succes,
        Action reprendre,
        Comparaison<TModele> comparaison
    )
        where TModele : class
    {
        var version = D.Version;
        var conflit = await EnregistrerAsync(
            acteur => modifier.ExecuterAsync(acteur, D.Id, version, changement),
            succes,
            comparaison
        );
        if (Retour is { Reussi: true })
        {
            await RelireLaFicheAsync();
            reprendre();
        }

        return conflit;
    }

    private async Task<DossierDAdhesion?> RelireDossierAsync()
    {
        await RelireLaFicheAsync();
        return _dossier?.Dossier;
    }

    private Task GarderActeAsync(Conflit<SaisieDActe> conflit)
    {
        (_acte, _acteLu) = (conflit.Mienne, conflit.Sienne);
        return DelibererAsync();
    }

    private Task GarderDatesAsync(Conflit<DatesDeFormalites> conflit)
    {
        (_f, _fLues) = (conflit.Mienne, conflit.Sienne);
        return DaterAsync();
    }

    private void PrendreActe()
    {
        ReprendreActe();
        _conflitDActe = null;
    }

    private void PrendreDates()
    {
        ReprendreDates();
        _conflitDeDates = null;
    }

    private Task<bool> ValiderAsync(PieceDAdhesion piece) =>
        ChangerAsync(new ChangementDeDossier.PieceValidee(piece.Id), $"« {piece.Libelle} » est validée.");

    private Task DemanderPourquoiAsync(PieceDAdhesion piece)
    {
        (_pieceSansObjet, _motifSansObjet) = (piece, null);
        return _sansObjet!.OuvrirAsync();
    }

    private Task<bool> DeclarerSansObjetAsync() =>
        ChangerAsync(
            new ChangementDeDossier.PieceSansObjet(_pieceSansObjet!.Id, SansObjet: true, _motifSansObjet),
            $"« {_pieceSansObjet.Libelle} » est sans objet."
        );

    private Task<bool> AttendreAsync(PieceDAdhesion piece) =>
        ChangerAsync(
            new ChangementDeDossier.PieceSansObjet(piece.Id, SansObjet: false),
            $"« {piece.Libelle} » est de nouveau attendue."
        );

    private Task<bool> RattacherAsync(AvenantDeConventionId avenant) =>
        ChangerAsync(new ChangementDeDossier.AvenantLie(avenant), "L'avenant est rattaché au dossier.");

    private ChangementDeDossier.Correction Correction => new(_aCorriger!.Value, _correction);

    private async Task CorrigerAsync()
    {
        if (await ChangerAsync(Correction, "La correction est demandée : la collectivité est prévenue."))
        {
            (_aCorriger, _correction) = (null, null);
        }
    }

    private Task DemanderLaFermetureAsync(bool decline)
    {
        _decline = decline;
        return _fermeture!.OuvrirAsync();
    }

    private Task<bool> FermerAsync() =>
        ChangerAsync(new ChangementDeDossier.Fermeture(_decline, _motif), "Le dossier est fermé.");

    private Task<bool> DeposerAsync(FichierRecu fichier) =>
        FaireAsync(
            async acteur =>
            {
                await using var contenu = File.OpenRead(fichier.Chemin);
                await deposer.ExecuterAsync(acteur, D.Id, D.Version, _aDeposer!.Value, contenu, fichier.Nom);
                _aDeposer = null;
            },
            $"« {fichier.Nom} » est au dossier."
        );

    /// <summary>Le corpus part au nouveau membre : son courriel se relit d'abord.</summary>
    private Task DemanderLEffetAsync()
    {
        if (_effet is not null)
        {
            return _remise!.OuvrirAsync();
        }

        Retour = Retour.Refus("Indiquez le jour d'effet. Rien n'a été modifié.");
        return Task.CompletedTask;
    }

    private async Task DonnerEffetAsync()
    {
        var effet = _effet!.Value;
        EffetDonne? donne = null;
        await FaireAsync(
            async acteur => donne = await donnerEffet.ExecuterAsync(acteur, D.Id, D.Version, effet, _motifDEffet),
            $"L'adhésion prend effet le {Formats.DateLongue(effet)}."
        );
        if (donne is { } fait)
        {
            Retour = Retour! with { Titre = $"{Retour.Titre} {Remise(fait)}" };
        }
    }

    private static string Remise(EffetDonne donne) =>
        donne switch
        {
            { SansAdresse: true } =>
                "Le nouveau membre n'a aucune adresse : remettez-lui le corpus, puis constatez la remise ci-dessous.",
            { Documents: 0 } =>
                "Il en est prévenu ; le corpus est vide, aucun document ne part : remettez-les lui comme vous l'avez écrit.",
            _ =>
                $"{Formats.Compter(donne.Documents, "document opposable part", "documents opposables partent")} au nouveau membre.",
        };

    private Task<bool> ChangerAsync(ChangementDeDossier changement, string succes) =>
        FaireAsync(acteur => modifier.ExecuterAsync(acteur, D.Id, D.Version, changement), succes);

    private async Task<bool> FaireAsync(Func<Acteur, Task> action, string succes)
    {
        var fait = await AgirAsync(action, succes);
        if (fait)
        {
            await RelireLaFicheAsync();
        }

        return fait;
    }
}
