using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
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
    private DatesDeFormalites _f = new();
    private DateOnly? _effet;
    private Guid? _aCorriger;
    private Guid? _aDeposer;
    private string? _correction;
    private string? _motif;

    [Parameter]
    public Guid DossierId { get; set; }

    private DossierDAdhesion D => _dossier!.Dossier;

    private bool Modifiable => Fiche is { PeutGerer: true, Etat: not EtatDuGroupement.Clos } && D.EstOuvert;

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
        var lu = Fiche is null
            ? null
            : await lire.ExecuterAsync(await ActeurCourant.LireAsync(), new DossierDAdhesionId(DossierId), _effet);
        _dossier = lu?.Dossier.Groupement == Groupement ? lu : null;
        if (_dossier is not null)
        {
            _choix = [.. D.Choix.Select(c => c.Prestation)];
            _acte = SaisieDActe.De(D.Deliberation);
            _f = DatesDeFormalites.De(D.Formalites);
            _effet = _dossier.Effet;
        }
    }

    private async Task ChangerEffetAsync(DateOnly? effet)
    {
        _effet = effet;
        var (choix, acte, f) = (_choix, _acte, _f);
        await RelireAsync();
        (_choix, _acte, _f) = (choix, acte, f);
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

    private Task<bool> DelibererAsync() =>
        ChangerAsync(new ChangementDeDossier.Deliberation(_acte.Lire()), "La délibération est enregistrée.");

    private Task<bool> DaterAsync() =>
        ChangerAsync(new ChangementDeDossier.Formalites(_f.Lire()), "Les signatures et formalités sont enregistrées.");

    private Task<bool> ValiderAsync(PieceDAdhesion piece) =>
        ChangerAsync(new ChangementDeDossier.PieceValidee(piece.Id), $"« {piece.Libelle} » est validée.");

    private Task<bool> BasculerAsync(PieceDAdhesion piece) =>
        ChangerAsync(
            new ChangementDeDossier.PieceSansObjet(piece.Id, piece.Etat is not EtatDePiece.SansObjet),
            $"« {piece.Libelle} » est mise à jour."
        );

    private Task<bool> RattacherAsync(AvenantDeConventionId avenant) =>
        ChangerAsync(new ChangementDeDossier.AvenantLie(avenant), "L'avenant est rattaché au dossier.");

    private async Task CorrigerAsync()
    {
        if (
            await ChangerAsync(
                new ChangementDeDossier.Correction(_aCorriger!.Value, _correction),
                "La correction est demandée : la collectivité est prévenue."
            )
        )
        {
            (_aCorriger, _correction) = (null, null);
        }
    }

    private Task<bool> FermerAsync(bool decline) =>
        ChangerAsync(new ChangementDeDossier.Fermeture(decline, _motif), "Le dossier est fermé.");

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

    private async Task DonnerEffetAsync()
    {
        if (_effet is not { } effet)
        {
            Retour = Retour.Refus("Indiquez le jour d'effet. Rien n'a été modifié.");
            return;
        }

        await FaireAsync(
            acteur => donnerEffet.ExecuterAsync(acteur, D.Id, D.Version, effet),
            $"L'adhésion prend effet le {Formats.DateLongue(effet)} ; le corpus en vigueur est envoyé au nouveau membre."
        );
    }

    private Task<bool> ChangerAsync(ChangementDeDossier changement, string succes) =>
        FaireAsync(acteur => modifier.ExecuterAsync(acteur, D.Id, D.Version, changement), succes);

    private async Task<bool> FaireAsync(Func<Acteur, Task> action, string succes)
    {
        var fait = await AgirAsync(action, succes);
        if (fait)
        {
            await RelireAsync();
        }

        return fait;
    }

    private sealed class DatesDeFormalites
    {
        public DateOnly? Membre { get; set; }

        public DateOnly? Coordonnateur { get; set; }

        public DateOnly? Transmise { get; set; }

        public DateOnly? Accusee { get; set; }

        public DateOnly? Publiee { get; set; }

        public static DatesDeFormalites De(FormalitesDAdhesion f) =>
            new()
            {
                Membre = f.SigneeParLeMembreLe,
                Coordonnateur = f.SigneeParLeCoordonnateurLe,
                Transmise = f.TransmiseLe,
                Accusee = f.AccuseeLe,
                Publiee = f.PublieeLe,
            };

        public FormalitesDAdhesion Lire() => new(Membre, Coordonnateur, Transmise, Accusee, Publiee);
    }
}
