using CdgMarches.App.Socle.Liens;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Sessions;

/// <summary>L'inscription par lien personnel, son changement et son annulation : l'ouvrir montre, l'envoyer enregistre.</summary>
/// <remarks>Page statique, faite pour un téléphone ; choisir une inscription est une première étape, la confirmer une seconde.</remarks>
public sealed partial class PageDInscription(SInscrire sInscrire, LireSessionsDuMembre lire) : PageParLien
{
    private SessionDuMembre? _lue;
    private InscritDuMembre? _choisie;
    private string _destinataire = "";
    private string? _fait;

    /// <summary>L'inscription que l'on change ou que l'on annule.</summary>
    [SupplyParameterFromQuery(Name = "inscription")]
    public Guid? Choisie { get; set; }

    [SupplyParameterFromForm(FormName = "inscrire")]
    private SaisieDInscription Saisie { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "corriger")]
    public SaisieDInscription Changement { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "annuler")]
    public SaisieDInscription Retrait { get; set; } = null!;

    private bool ChangementMontre => _choisie is { PeutChanger.EstFavorable: true };

    private bool InscriptionMontree => !ChangementMontre && _lue is { PeutSInscrire.EstFavorable: true };

    private TitreDInscription Titre => new TitreDInscription.ParLien(Jeton, AdresseReseau);

    protected override async Task OnInitializedAsync()
    {
        Saisie ??= new SaisieDInscription();
        Changement ??= new SaisieDInscription();
        Retrait ??= new SaisieDInscription();
        await LireAsync();
        if (Choisie is not null && _choisie is null && _lue is not null && !EstUnEnvoi)
        {
            Empechement = "Cette inscription n'est plus de la liste : elle a été annulée. Voici celles de votre collectivité.";
        }
    }

    private async Task LireAsync()
    {
        (_lue, _choisie) = (null, null);
        await TenterAsync(async () => (_lue, _destinataire) = await lire.ParLienAsync(Jeton));
        _choisie = _lue?.Inscrit(Choisie);
    }

    private Task InscrireAsync() =>
        AgirAsync(async () =>
        {
            await sInscrire.ExecuterAsync(Titre, Saisie.Personne, Saisie.Courriel);
            var inscrite = Saisie.Personne!.Trim();
            Saisie = new SaisieDInscription();
            return $"L'inscription {GrammaireDuNom.De(inscrite)} est enregistrée pour {_lue!.Membre}. Rien d'autre à faire.";
        });

    private Task CorrigerAsync() =>
        AgirAsync(async () =>
        {
            await sInscrire.CorrigerAsync(
                Titre,
                InscriptionId.De(Choisie.GetValueOrDefault()),
                Changement.Version,
                Changement.Personne,
                Changement.Courriel
            );
            return $"Le changement est enregistré : {Changement.Personne!.Trim()} viendra pour {_lue!.Membre}.";
        });

    private Task AnnulerAsync() =>
        AgirAsync(async () =>
        {
            await sInscrire.AnnulerAsync(Titre, InscriptionId.De(Choisie.GetValueOrDefault()), Retrait.Version);
            return "L'inscription est annulée : le centre de gestion le voit dans sa liste. Jusqu'au début de la session, vous pouvez inscrire de nouveau quelqu'un.";
        });

    private async Task AgirAsync(Func<Task<string>> geste)
    {
        try
        {
            await TenterAsync(async () =>
            {
                _fait = await geste();
                Choisie = null;
                await LireAsync();
            });
        }
        catch (DbUpdateConcurrencyException)
        {
            await LireAsync();
            Empechement =
                "Cette inscription a changé pendant votre lecture : rien n'a été enregistré. Relisez-la ci-dessous, à jour, puis recommencez.";
        }
    }

    /// <summary>Ce que la personne tape, et la version de l'inscription qu'elle avait sous les yeux.</summary>
    public sealed class SaisieDInscription
    {
        public string? Personne { get; set; }

        public string? Courriel { get; set; }

        public int Version { get; set; }
    }
}
