using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using Microsoft.AspNetCore.Components;

namespace CdgMarches.App.Groupements.Adhesions;

/// <summary>Le dossier d'adhésion vu de la collectivité : ce qui manque, ses choix, ses pièces, sa délibération.</summary>
public sealed partial class PageDossierDuMembre(
    LireDossier lire,
    ModifierDossier modifier,
    DeposerPiece deposer,
    ActeurCourant acteurCourant,
    Operation operation
)
{
    private static readonly IReadOnlyList<Lien> Fil = [new("Mon espace", "/espace")];

    private FicheDeDossier? _dossier;
    private bool _charge;
    private Retour? _retour;
    private HashSet<Guid> _choix = [];
    private SaisieDActe _acte = new();
    private BrouillonAuto<HashSet<Guid>>? _brouillonDesChoix;
    private BrouillonAuto<SaisieDActe>? _brouillonDesActes;

    // A draft ends when its form is saved; the next number gives the form a new one.
    private int _choixEnregistres;
    private int _actesEnregistres;
    private Guid? _aDeposer;

    [Parameter]
    public Guid DossierId { get; set; }

    private DossierDAdhesion D => _dossier!.Dossier;

    private PieceDAdhesion? Deliberation => D.Pieces.FirstOrDefault(p => p.Nature is NatureDePiece.Deliberation);

    private IReadOnlyList<Option<Guid?>> PiecesADeposer =>
        [
            .. D
                .Pieces.Where(p => p.Nature is not NatureDePiece.Deliberation && D.PeutRecevoir(p.Id).EstFavorable)
                .OrderBy(p => p.Nature)
                .Select(p => new Option<Guid?>(p.Id, p.Libelle)),
        ];

    protected override async Task OnParametersSetAsync()
    {
        await RelireAsync();
        if (_dossier is not null)
        {
            (_choix, _acte) = ([.. D.Choix.Select(c => c.Prestation.Valeur)], SaisieDActe.De(D.Deliberation));
        }
    }

    /// <summary>Relit le dossier sans toucher à ce qui est en cours de saisie.</summary>
    private async Task RelireAsync()
    {
        _dossier = await lire.ExecuterAsync(await acteurCourant.LireAsync(), new DossierDAdhesionId(DossierId));
        _charge = true;
    }

    private void Cocher(PrestationId prestation, bool prise)
    {
        if (prise)
        {
            _choix.Add(prestation.Valeur);
        }
        else
        {
            _choix.Remove(prestation.Valeur);
        }
    }

    /// <summary>Une prestation retirée de la carte depuis n'est pas reprise.</summary>
    private void ReprendreLesChoix(HashSet<Guid> gardes) =>
        _choix = [.. gardes.Intersect(_dossier!.Prestations.Select(p => p.Id.Valeur))];

    private async Task ChoisirAsync()
    {
        PrestationId[] choix = [.. _choix.Select(p => new PrestationId(p))];
        if (
            await FaireAsync(
                acteur => modifier.ExecuterAsync(acteur, D.Id, D.Version, new ChangementDeDossier.Prestations(choix)),
                "Vos prestations sont enregistrées."
            )
        )
        {
            await EffacerAsync(_brouillonDesChoix);
            _choixEnregistres++;
        }
    }

    private async Task DelibererAsync()
    {
        if (
            await FaireAsync(
                acteur => modifier.ExecuterAsync(acteur, D.Id, D.Version, new ChangementDeDossier.Deliberation(_acte.Lire())),
                "Les dates de votre délibération sont enregistrées."
            )
        )
        {
            await EffacerAsync(_brouillonDesActes);
            _actesEnregistres++;
        }
    }

    private static Task EffacerAsync<TModele>(BrouillonAuto<TModele>? brouillon)
        where TModele : class => brouillon?.EffacerAsync() ?? Task.CompletedTask;

    private Task<bool> DeposerAsync(FichierRecu fichier, Guid piece) =>
        FaireAsync(
            async acteur =>
            {
                await using var contenu = File.OpenRead(fichier.Chemin);
                await deposer.ExecuterAsync(acteur, D.Id, D.Version, piece, contenu, fichier.Nom);
                _aDeposer = null;
            },
            $"« {fichier.Nom} » est déposé."
        );

    private async Task<bool> FaireAsync(Func<Acteur, Task> action, string succes)
    {
        _retour = await operation.ExecuterAsync(async () => await action(await acteurCourant.LireAsync()), succes);
        if (_retour.Reussi)
        {
            await RelireAsync();
        }

        return _retour.Reussi;
    }
}
